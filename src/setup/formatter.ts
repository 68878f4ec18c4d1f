import type { SourceTree } from '../checkout/source-tree.ts';

/** Files by which a repository has Prettier write its Markdown. */
const formatterFiles = [
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

/** Whether a repository has a formatter that writes Markdown tables anew. */
export async function hasFormatter(tree: SourceTree): Promise<boolean> {
  const found = await Promise.all(formatterFiles.map((path) => tree.has(path)));
  return found.includes(true);
}
