import type { Configuration } from '../../../config/configuration.ts';
import { folderPattern, otherPatterns, stemIn } from '../../../config/folder-pattern.ts';
import { type List, loadFormat } from '../../../list/list.ts';
import { readPage } from '../../../proposal/open-pages.ts';
import type { PageFile, PageFolder, PageText } from '../../../proposal/snapshot.ts';
import type { Playground } from '../../playground.ts';

/** The list of one locale at a commit; nothing where it cannot be read. */
export async function listAt(
  playground: Playground,
  configuration: Configuration,
  oid: string,
  locale: string,
): Promise<List | undefined> {
  const { pages, format } = configuration;
  const path = pages[locale] ?? '';
  const isFolder = format === 'entry-files';
  const page = isFolder
    ? await folderAt(playground, configuration, oid, locale)
    : await fileAt(playground, path, oid);
  if (page === undefined) return undefined;
  const snapshot = { pages: { [locale]: page }, logos: [] };
  const list = readPage(locale, snapshot, configuration, await loadFormat(format));
  return list.ok ? list.value : undefined;
}

async function fileAt(
  { emulator, repository }: Playground,
  path: string,
  oid: string,
): Promise<PageText | undefined> {
  const text = await emulator.readFile(repository, path, oid);
  return text === undefined ? undefined : { text };
}

/** The files of a folder that hold an entry each. */
async function folderAt(
  playground: Playground,
  { pages }: Configuration,
  oid: string,
  locale: string,
): Promise<PageFolder | undefined> {
  const pattern = folderPattern(pages[locale] ?? '');
  if (pattern === undefined) return undefined;
  const { folder, below } = pattern;
  const others = otherPatterns(pages, locale);
  const items = (await playground.repository.git.tree(`${oid}:${folder}`)) ?? [];
  const files: PageFile[] = [];
  for (const { name, type } of items) {
    const isFolder = type === 'tree';
    if (stemIn(pattern, { name, isFolder }, others) === undefined) continue;
    const path = isFolder ? `${folder}/${name}/${below}` : `${folder}/${name}`;
    const content = await fileAt(playground, path, oid);
    if (content !== undefined) files.push({ path, content });
  }
  return { files, others: [] };
}
