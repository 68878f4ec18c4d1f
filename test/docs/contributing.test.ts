import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { projectFiles } from '../support/project-files.ts';
import { pureRooms } from '../support/pure-rooms.ts';
import { blocksIn, codeIn, root, tableOf, textOf } from './document.ts';

const document = textOf('CONTRIBUTING.md');
const [house = ''] = blocksIn(document, '');
const prose = document.replace(/^```[\s\S]*?^```$/gm, '');

/** What the picture of the house names at an indentation, such as `words/` or `cli.ts`. */
function namedAt(indentation: number, picture = house): string[] {
  const lines = picture.matchAll(/^( *)([\w.-]+\/?) +\S/gm);
  return Array.from(lines, ([, blanks = '', name = '']) => ({ blanks, name }))
    .filter(({ blanks }) => blanks.length === indentation)
    .map(({ name }) => name);
}

/** What is in a folder, with a slash behind folders. */
function contentsOf(folder: string): string[] {
  const paths = projectFiles(folder).map((path) => path.slice(folder.length + 1));
  return [...new Set(paths.map((path) => path.replace(/\/.*/, '/')))];
}

describe('CONTRIBUTING.md', () => {
  it('has a line for every room', () => {
    expect(namedAt(2).toSorted()).toEqual(contentsOf('src').toSorted());
    const reconcile = house.slice(house.indexOf('  reconcile/'), house.indexOf('  templates.ts'));
    const rooms = contentsOf('src/reconcile').filter((name) => name.endsWith('/'));
    expect(namedAt(4, reconcile).toSorted()).toEqual(rooms.toSorted());
  });

  it('names the pure rooms', () => {
    const sentence = /^- `[^;]*?\bare\s+pure:/m.exec(prose)?.[0];
    expect(codeIn(sentence)).toEqual(pureRooms.map((room) => `${room}/`));
  });

  it('names files that are there', () => {
    const paths = codeIn(prose).filter((code) =>
      /^(src|test|docs|templates)\/[\w./-]+$/.test(code),
    );
    expect(paths.length).toBeGreaterThan(20);
    expect(
      paths.filter((path) => !/NAME|TAG|ROOM|LANGUAGE/.test(path) && !existsSync(join(root, path))),
    ).toEqual([]);
  });

  it('names every script of package.json that a person runs', () => {
    const told = tableOf(document, 'Running things', 'command').flatMap(([cell]) => codeIn(cell));
    const scripts = Object.keys(packageJson.scripts).filter(
      (name) => !/^(check:|prepack)/.test(name),
    );
    const missing = scripts.filter(
      (name) => !told.some((each) => new RegExp(`^npm (run )?(-s )?${name}( |$)`).test(each)),
    );
    expect(missing).toEqual([]);
  });

  it('gives a reason for each dependency, and for no other', () => {
    const { dependencies, devDependencies } = packageJson;
    const rows = tableOf(document, 'Dependencies', 'package');
    const named = rows.flatMap(([packages, reason]) => (reason === '' ? [] : codeIn(packages)));
    const listed = Object.keys({ ...dependencies, ...devDependencies });
    const isTypes = (name: string) => name.startsWith('@types/');
    expect(named.filter((name) => !isTypes(name)).toSorted()).toEqual(
      listed.filter((name) => !isTypes(name)).toSorted(),
    );
  });
});
