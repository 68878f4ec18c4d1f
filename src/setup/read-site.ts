import type { Checkout } from '../checkout/checkout.ts';
import { readStart } from '../checkout/read-start.ts';
import { walkFiles } from '../checkout/walk-files.ts';
import type { TextFile } from '../list/list.ts';
import { decodeUtf8 } from '../text/decode-utf8.ts';
import { mayHoldPage } from './pages/find-pages.ts';
import { isSiteConfiguration, readSiteSettings, type SiteSettings } from './site-settings.ts';
import { isSkipped } from './skipped.ts';

/** What set-up reads of a checkout before it looks for anything. */
export interface SiteFiles {
  /** Every file that was come by. */
  readonly paths: readonly string[];
  /** Whether there were no more than the limit. */
  readonly isComplete: boolean;
  /** The files that may be pages with a table. */
  readonly pages: readonly TextFile[];
  readonly sites: readonly SiteSettings[];
  readonly readme: TextFile | undefined;
}

/** Larger pages are not edited, and a larger README or configuration says no more. */
const mostBytes = 10 * 1024 * 1024 + 1;
const mostOfOthers = 256 * 1024;

/** So many files are read side by side. */
const atOnce = 16;

const page = /\.(?:md|markdown|mdx|html?)$/i;

/** Walks a checkout and reads what may matter. Of all texts, only those that may hold a table are kept. */
export async function readSite(checkout: Checkout, limit: number): Promise<SiteFiles> {
  const { paths, isComplete } = await walkFiles(checkout, { limit, isSkipped });
  const pages: TextFile[] = [];
  const sites: SiteSettings[] = [];
  const wanted = paths.filter((path) => isSiteConfiguration(path) || page.test(path));
  for (let start = 0; start < wanted.length; start += atOnce) {
    const batch = wanted.slice(start, start + atOnce);
    for (const file of await Promise.all(batch.map((path) => readCandidate(checkout, path)))) {
      if (file === undefined) continue;
      if (isSiteConfiguration(file.path)) sites.push(readSiteSettings(file));
      else pages.push(file);
    }
  }
  const readme = paths.find((path) => /^readme\.(?:md|markdown)$/i.test(path));
  return {
    paths,
    isComplete,
    pages,
    sites,
    readme: readme === undefined ? undefined : await readStartOf(checkout, readme, mostOfOthers),
  };
}

/** A site's configuration, or a file that may be a page with a table. */
async function readCandidate(checkout: Checkout, path: string): Promise<TextFile | undefined> {
  if (isSiteConfiguration(path)) return readStartOf(checkout, path, mostOfOthers);
  const file = await readStartOf(checkout, path, mostBytes);
  return file !== undefined && mayHoldPage(file) ? file : undefined;
}

/** The beginning of a text; nothing where there is no file, or it is not UTF-8. */
async function readStartOf(
  checkout: Checkout,
  path: string,
  most: number,
): Promise<TextFile | undefined> {
  const bytes = await readStart(checkout, path, most);
  const text = bytes && decodeUtf8(bytes, bytes.length === most);
  return text === undefined ? undefined : { path, text };
}
