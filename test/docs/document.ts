import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** The text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/**
 * The rows of the table under a heading of a document, each a list of its cells, without the head.
 *
 * @param firstHead the first cell of the table's head, for a heading with several tables
 */
export function tableOf(document: string, heading: string, firstHead: string): string[][] {
  const lines = document.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.endsWith(` ${heading}`));
  const head = lines.findIndex(
    (line, index) => index > start && line.startsWith(`| ${firstHead} |`),
  );
  if (start === -1 || head === -1) throw new Error(`No table ${firstHead} under ${heading}`);
  const rest = lines.slice(head + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end === -1 ? undefined : end).map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

/** The words in backticks of a cell. */
export function codeIn(cell = ''): string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), ([, code = '']) => code);
}

/** The blocks of a document that are fenced as some language; '' for those that name none. */
export function blocksIn(document: string, language: string): string[] {
  const blocks = document.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm);
  return Array.from(blocks, ([, , name, text = '']) => ({ name, text }))
    .filter(({ name }) => name === language)
    .map(({ text }) => text);
}
