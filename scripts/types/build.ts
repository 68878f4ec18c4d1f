import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Writes the types of `poweredby/app`, and of what these name, into `dist/types/` or the folder that is given. The compiler
 * makes those of all sources that the app runs on; a tenth is kept.
 */

const root = join(import.meta.dirname, '../..');
const outdir = process.argv[2] ?? join(root, 'dist/types');
const all = await mkdtemp(join(tmpdir(), 'poweredby-types-'));
const project = {
  extends: join(root, 'tsconfig.json'),
  compilerOptions: {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(root, 'src'),
    outDir: all,
    typeRoots: [join(root, 'node_modules/@types')],
  },
  include: [],
  files: [join(root, 'src/app/app.ts')],
};
await writeFile(join(all, 'tsconfig.json'), JSON.stringify(project));
const compiler = join(root, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', all], { stdio: 'inherit' });
await rm(outdir, { recursive: true, force: true });
await keep('app/app.d.ts', new Set());
await rm(all, { recursive: true });

/** Keeps a file of declarations, and those that it imports from. @param kept those that are there already */
async function keep(path: string, kept: Set<string>): Promise<void> {
  if (kept.has(path)) return;
  kept.add(path);
  const text = await readFile(join(all, path), 'utf8');
  const place = join(outdir, path);
  await mkdir(dirname(place), { recursive: true });
  // Declarations are found by the name of the JavaScript that they describe.
  await writeFile(place, text.replace(/(['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'));
  for (const [, name = ''] of text.matchAll(/['"](\.[^'"]*)\.ts['"]/g)) {
    await keep(join(dirname(path), `${name}.d.ts`), kept);
  }
}
