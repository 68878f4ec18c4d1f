import { decodeName } from '../../proposal/logo-file.ts';
import { callHugo, type HugoRun } from './run-hugo.ts';

/** Where a record of Hugo's list holds a page's path from the site's folder, and its address. */
const [pathAt, addressAt] = [0, 7];

/**
 * Asks Hugo where it puts its pages. Older versions leave those out that are a folder's own (`_index.md`).
 *
 * @returns paths of sources, from the site's folder, to paths from the built site's root, as `zh/powered-by/`; empty where
 *   Hugo does not say
 */
export async function listPages(site: HugoRun): Promise<ReadonlyMap<string, string>> {
  const { source, cache, baseUrl } = site;
  // Not every version that takes these as options takes them for lists.
  const settings = { HUGO_BASEURL: baseUrl, HUGO_CACHEDIR: cache };
  const mostOutput = 64 * 1024 * 1024;
  try {
    const list = await callHugo(['list', 'all', '--source', source], { mostOutput, settings });
    return new Map(
      readRecords(list).flatMap((fields) => {
        const [path = '', address = ''] = [fields[pathAt], fields[addressAt]];
        if (!address.startsWith(baseUrl)) return [];
        return [[path, decodeName(address.slice(baseUrl.length))]];
      }),
    );
  } catch {
    return new Map();
  }
}

/** The records of comma-separated values (RFC 4180): a title may hold commas, quotes and line ends. */
function readRecords(text: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') records.push([]);
  }
  return records;
}
