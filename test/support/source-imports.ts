import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../src');

/** One import of a source file. */
export interface SourceImport {
  /** The importing file, from `src/`. */
  readonly from: string;
  /** The package's name, or what was written; see `target` for files. */
  readonly specifier: string;
  /** The imported file, from `src/`; nothing for a package. */
  readonly target?: string;
  /** Whether only types are imported, so that nothing is loaded. */
  readonly isType: boolean;
}

/** Every TypeScript file of `src/`, by its path from there. */
export const sourceFiles: readonly string[] = globSync('**/*.ts', { cwd: root }).sort();

/** The text of a file of `src/`. */
export function sourceOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** All imports of all files, also those that load a file when it is needed. */
export const sourceImports: readonly SourceImport[] = sourceFiles.flatMap(importsOf);

function importsOf(file: string): SourceImport[] {
  const found = sourceOf(file).matchAll(
    /^(?:import|export)\b( type\b)?[^;]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return Array.from(found, ([, type, fixed, lazy]) => {
    const specifier = fixed ?? lazy ?? '';
    const isFile = specifier.startsWith('.');
    return {
      from: file,
      specifier,
      ...(isFile && { target: relative(root, join(root, file, '..', specifier)) }),
      isType: type !== undefined,
    };
  });
}

/** Files to the files that they import. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** The graph of all files, made of some of the imports. */
export function graphOf(imports: readonly SourceImport[]): Graph {
  const graph = new Map<string, string[]>(sourceFiles.map((file) => [file, []]));
  for (const { from, target } of imports) {
    if (target !== undefined) graph.get(from)?.push(target);
  }
  return graph;
}

/** The given files and all that they import, directly or through others. */
export function reachableFrom(files: readonly string[], graph: Graph): ReadonlySet<string> {
  const reached = new Set(files);
  for (const file of reached) {
    for (const target of graph.get(file) ?? []) reached.add(target);
  }
  return reached;
}

/** The files of one circle of imports, or none. */
export function findCircle(graph: Graph): readonly string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of graph.get(file) ?? []) {
      const circle = visit(target, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
