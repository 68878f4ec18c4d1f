import { stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Where Hugo put a page, from the built site's root, as `zh/powered-by/`.
 *
 * @param pagePath of its source, as `docs/content.zh/powered-by.md`
 * @returns nothing where it is at none of the places where Hugo usually puts a page
 */
export async function findBuiltPage(
  folder: string,
  locale: string,
  pagePath: string,
): Promise<string | undefined> {
  const segments = pagePath.split('/');
  const content = segments.findIndex((segment) => /^content(?:[._-]|$)/.test(segment));
  const path = segments
    .slice(content + 1)
    .join('/')
    .replace(/\.(?:md|markdown|html?)$/i, '')
    .replace(new RegExp(`\\.${locale.replace(/[^\w-]/g, '\\$&')}$`), '')
    .replace(/(?:^|\/)_?index$/, '')
    .toLowerCase();
  const places = [`${locale.toLowerCase()}/${path}`, path];
  for (const place of places) {
    const page = place === '' ? '' : `${place.replace(/\/$/, '')}/`;
    if (await isFile(join(folder, page, 'index.html'))) return page;
    if (place !== '' && (await isFile(join(folder, `${place}.html`)))) return `${place}.html`;
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
