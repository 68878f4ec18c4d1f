import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HugoSite } from './site-builder.ts';

/**
 * Where Hugo put a page, from the built site's root, as `zh/powered-by/`: where it says, or else where it usually does.
 *
 * @param pagePath of its source, as `docs/content.zh/powered-by.md`
 * @returns nothing where it is at none of these places
 */
export async function findBuiltPage(
  { folder, pages }: Pick<HugoSite, 'folder' | 'pages'>,
  locale: string,
  pagePath: string,
): Promise<string | undefined> {
  const told = pages.get(pagePath);
  for (const place of told === undefined ? usualPlaces(locale, pagePath) : [told]) {
    const page = place === '' ? '' : `${place.replace(/\/$/, '')}/`;
    if (await isFile(join(folder, page, 'index.html'))) return page;
    const file = /\.html?$/.test(place) ? place : `${place}.html`;
    if (place !== '' && (await isFile(join(folder, file)))) return file;
  }
  return undefined;
}

/** By the path below the content's folder, of which the first part may be the locale's own folder. */
function usualPlaces(locale: string, pagePath: string): readonly string[] {
  const segments = pagePath.split('/');
  const content = segments.findIndex((segment) => /^content(?:[._-]|$)/.test(segment));
  const path = segments
    .slice(content + 1)
    .join('/')
    .replace(/\.(?:md|markdown|html?)$/i, '')
    .replace(new RegExp(`\\.${locale.replace(/[^\w-]/g, '\\$&')}$`), '')
    .replace(/(?:^|\/)_?index$/, '')
    .toLowerCase();
  const prefix = `${locale.toLowerCase()}/`;
  const below = `${path}/`.startsWith(prefix) ? path.slice(prefix.length) : undefined;
  return [`${prefix}${path}`, path, ...(below === undefined ? [] : [below])];
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
