import type { Configuration } from './configuration.ts';

/**
 * What sentences call a project's list: “Powered By” for a table in front matter; for a file for each company the folder's name
 * as a heading, such as “Case studies” for `_case-studies`; otherwise the name of the source locale's file, such as `ADOPTERS.md`, with its folder where many files have that name: `users/index.md`.
 */
export function listName({
  format,
  pages,
  sourceLocale,
}: Pick<Configuration, 'format' | 'pages' | 'sourceLocale'>): string {
  if (format === 'front-matter-table') return 'Powered By';
  const segments = (pages[sourceLocale] ?? '').split('/');
  const company = segments.findIndex((segment) => segment.includes('*'));
  if (company > 0) return folderName(segments.slice(0, company));
  const file = segments.at(-1) ?? '';
  return isCommonName(file) ? segments.slice(-2).join('/') : file;
}

/** What is in a folder of this name, only the folder above says; a locale's name says nothing either. */
const saysNothing =
  /^(?:items|entries|lists?|contents?|_?data|_?posts|pages|docs|[a-z]{2}(?:[-_][a-z]{2,4})?)$/i;

function folderName(folders: readonly string[]): string {
  const telling = folders.findLast((folder) => !saysNothing.test(folder)) ?? folders.at(-1) ?? '';
  const words = telling.replaceAll(/[-_\s]+/g, ' ').trim();
  const [first = ''] = words;
  return words === '' ? telling : first.toUpperCase() + words.slice(first.length);
}

/** Whether a file's name says nothing of what is in it. */
export function isCommonName(file: string): boolean {
  return /^(?:_?index|readme)\b/i.test(file);
}
