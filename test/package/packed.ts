import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../docs/document.ts';

/** The package as npm would publish it, installed in an empty project. */
export interface PackedProject {
  /** The project's folder. */
  readonly folder: string;
  /** The files of the package. */
  readonly files: readonly string[];
  /** The command, as `npx poweredby` finds it. */
  readonly command: string;
  remove(): void;
}

/**
 * Packs the project, and installs it beside exactly those packages that the lock file names for production: they are links to
 * ours, so that no network is needed.
 *
 * @param program the built command line, in the folder that becomes `dist/`
 */
export function packAndInstall(program: string): PackedProject {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-package-'));
  const source = join(folder, 'source');
  const { files: kept } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const name of ['package.json', 'README.md', 'LICENSE', ...kept]) {
    if (/^!|^dist$/.test(name)) continue;
    cpSync(join(root, name), join(source, name), { recursive: true });
  }
  cpSync(dirname(program), join(source, 'dist'), { recursive: true });
  execFileSync(process.execPath, ['scripts/types/build.ts', join(source, 'dist/types')], {
    cwd: root,
  });
  const words = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const [packed] = JSON.parse(execFileSync('npm', words, { cwd: source, encoding: 'utf8' }));
  const modules = join(folder, 'node_modules');
  linkProductionPackages(modules);
  const place = join(modules, 'poweredby');
  mkdirSync(place);
  execFileSync('tar', ['-xzf', join(folder, packed.filename), '-C', place, '--strip-components=1']);
  const { bin } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  return {
    folder,
    files: packed.files.map(({ path }: { path: string }) => path),
    command: join(place, bin.poweredby),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Links the packages at the top of `node_modules` that a production install has. */
function linkProductionPackages(modules: string): void {
  const { packages } = parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const [path, { dev, devOptional, optional }] of Object.entries<Record<string, boolean>>(
    packages,
  )) {
    const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
    if (name === undefined || dev || devOptional || optional) continue;
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, path), join(modules, name));
  }
}
