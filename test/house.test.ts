import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { pureRooms } from './support/pure-rooms.ts';

/** The rooms from top to bottom: each imports from those below it only. Rooms in one line do not import each other. */
const storeys: readonly (readonly string[])[] = [
  ['npm-start.ts', 'bin.ts'],
  ['cli.ts'],
  ['cli'],
  ['playground'],
  ['emulator'],
  ['server'],
  ['app'],
  ['reconcile'],
  ['templates.ts'],
  ['setup', 'check'],
  ['queue'],
  ['cache'],
  ['github'],
  ['checkout', 'download'],
  ['proposal'],
  ['logo'],
  ['list'],
  ['command'],
  ['form'],
  ['submission'],
  ['words'],
  ['config'],
  ['problem'],
  ['text'],
  ['telemetry', 'time'],
];

/** The files by which other rooms know a room; all others are its own. */
const faces: Readonly<Record<string, readonly string[]>> = {
  list: ['list/list.ts', 'list/markup.ts'],
};

/** What gives a room a clock, a disk or a network. */
const impure = /^node:(?!crypto$|util$)|^(sharp|undici|octokit|probot)|^@octokit/;

interface Import {
  readonly from: string;
  readonly specifier: string;
}

const root = join(import.meta.dirname, '../src');

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm);
  return Array.from(found, ([, fixed, lazy]) => ({ from: file, specifier: fixed ?? lazy ?? '' }));
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** The room that a relative import leads to. */
function targetOf(from: string, specifier: string): string {
  return roomOf(relative(root, join(root, from, '..', specifier)));
}

function storeyOf(room: string): number {
  return storeys.findIndex((rooms) => rooms.includes(room));
}

const files = globSync('**/*.ts', { cwd: root });
const imports = files.flatMap(importsOf);

describe('the house', () => {
  it('has a storey for every room', () => {
    expect(files.filter((file) => storeyOf(roomOf(file)) === -1)).toEqual([]);
  });

  it('imports run down its storeys', () => {
    const upward = imports.filter(({ from, specifier }) => {
      if (!specifier.startsWith('.')) return false;
      const target = targetOf(from, specifier);
      if (target === roomOf(from)) return false;
      return storeyOf(target) <= storeyOf(roomOf(from));
    });
    expect(upward).toEqual([]);
  });

  it('no room reaches past the face of another', () => {
    const reached = imports.flatMap(({ from, specifier }) => {
      if (!specifier.startsWith('.')) return [];
      const target = relative(root, join(root, from, '..', specifier));
      const face = faces[roomOf(target)];
      const isPast =
        face !== undefined && roomOf(from) !== roomOf(target) && !face.includes(target);
      return isPast ? [`${from} → ${target}`] : [];
    });
    expect(reached).toEqual([]);
  });

  it('no format knows another', () => {
    const formatOf = (file: string) => /^list\/formats\/([^/]+)\//.exec(file)?.[1];
    const known = imports.flatMap(({ from, specifier }) => {
      const own = formatOf(from);
      const other = formatOf(relative(root, join(root, from, '..', specifier)));
      return own !== undefined && other !== undefined && own !== other
        ? [`${from} → ${other}`]
        : [];
    });
    expect(known).toEqual([]);
  });

  it('keeps the emulator apart: it imports nothing of the product', () => {
    const found = imports.filter(
      ({ from, specifier }) =>
        roomOf(from) === 'emulator' &&
        specifier.startsWith('.') &&
        targetOf(from, specifier) !== 'emulator',
    );
    expect(found).toEqual([]);
  });

  it('lets only the command line and the playground import the emulator, and only the command line the playground', () => {
    const importers = (room: string) =>
      imports
        .filter(
          ({ from, specifier }) => roomOf(from) !== room && targetOf(from, specifier) === room,
        )
        .map(({ from }) => roomOf(from));
    expect(new Set(importers('emulator'))).toEqual(new Set(['playground']));
    expect(new Set(importers('playground'))).toEqual(new Set(['cli']));
  });

  it('has no circle of files', () => {
    const graph = new Map(files.map((file) => [file, targetsOf(file)]));
    expect(findCircle(graph)).toEqual([]);
  });

  it('keeps disk, network and clock out of the pure rooms', () => {
    const found = imports.filter(
      ({ from, specifier }) => pureRooms.includes(roomOf(from)) && impure.test(specifier),
    );
    expect(found).toEqual([]);
    const clocks = files.filter(
      (file) =>
        pureRooms.includes(roomOf(file)) &&
        /\b(Date\.now|new Date\(\)|performance\.|Math\.random|process\.|fetch\()/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
    );
    expect(clocks).toEqual([]);
  });

  it('runs on what package.json lists as its dependencies, the emulator and the playground aside', () => {
    const names = imports
      .filter(({ from }) => !['emulator', 'playground'].includes(roomOf(from)))
      // `mdast` has types only, which the program does not run on.
      .filter(({ specifier }) => !/^(\.|#|node:|mdast$)/.test(specifier))
      .map(({ specifier }) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]);
    expect([...new Set(names)].sort()).toEqual(Object.keys(packageJson.dependencies).sort());
  });

  it('lets only the logo room know sharp', () => {
    const found = imports.filter(({ specifier }) => specifier === 'sharp').map(({ from }) => from);
    expect(found.filter((file) => roomOf(file) !== 'logo')).toEqual([]);
  });
});

function targetsOf(file: string): string[] {
  return importsOf(file)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier }) => relative(root, join(root, file, '..', specifier)));
}

/** The files of one circle of imports, or none. Type imports count too: what needs each other belongs together. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] => {
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
