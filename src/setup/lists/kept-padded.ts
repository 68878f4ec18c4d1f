import type { TextFile } from '../../list/list.ts';
import type { FoundPage } from './found-list.ts';

/** Files by which a repository has Prettier write its Markdown. */
export const formatterFiles = [
  '.prettierrc',
  '.prettierrc.json',
  '.prettierrc.yaml',
  '.prettierrc.yml',
  '.prettierrc.js',
  '.prettierrc.cjs',
  '.prettierrc.mjs',
  '.prettierrc.toml',
  'prettier.config.js',
  'prettier.config.cjs',
  'prettier.config.mjs',
  'prettier.config.ts',
] as const;

/** A table of fewer rows is as wide as its longest by chance. */
const fewestRows = 3;

/** Whether all rows of a table have one width and some of its cells are padded, as a formatter writes it. */
export function isPadded({ text }: TextFile, { fields }: FoundPage): boolean {
  const lines = text.split(/\r?\n/);
  const header = lines.findIndex((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return cells.length > 2 && fields.every(({ name }) => cells.includes(name));
  });
  const below = lines.slice(Math.max(header, 0));
  const end = below.findIndex((line) => !line.includes('|'));
  const table = below.slice(0, end === -1 ? below.length : end);
  const [first = '', , ...rows] = table;
  if (header === -1 || rows.length < fewestRows) return false;
  return (
    table.every((line) => line.length === first.length) && rows.some((row) => / {2}\|/.test(row))
  );
}
