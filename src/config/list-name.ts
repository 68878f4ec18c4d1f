import type { Configuration } from './configuration.ts';

/**
 * What sentences call a project's list: “Powered By” for a table in front matter, the folder of a file for each company, otherwise
 * the name of the source locale's file, such as `ADOPTERS.md`, with its folder where many files have that name: `users/index.md`.
 */
export function listName({
  format,
  pages,
  sourceLocale,
}: Pick<Configuration, 'format' | 'pages' | 'sourceLocale'>): string {
  if (format === 'front-matter-table') return 'Powered By';
  const segments = (pages[sourceLocale] ?? '').split('/');
  const company = segments.findIndex((segment) => segment.includes('*'));
  if (company > 0) return segments[company - 1] ?? '';
  const file = segments.at(-1) ?? '';
  return isCommonName(file) ? segments.slice(-2).join('/') : file;
}

/** Whether a file's name says nothing of what is in it. */
export function isCommonName(file: string): boolean {
  return /^(?:_?index|readme)\b/i.test(file);
}
