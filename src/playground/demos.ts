import { fileURLToPath } from 'node:url';
import type { Repository } from '../emulator/world/model.ts';
import { fullNameOf } from './playground.ts';

/** An invented project that comes with the playground. */
export interface Demo {
  /** With its owner. */
  readonly name: string;
  /** What its list is, in a few words. */
  readonly list: string;
  readonly folder: string;
}

/** The first is the one that a visitor sees first. */
export const demos: readonly [Demo, ...Demo[]] = [
  {
    name: 'millrace/millrace',
    list: 'A page of logos, in two languages',
    folder: folderOf('millrace'),
  },
  {
    name: 'penstock/penstock',
    list: 'A table in ADOPTERS.md, without logos',
    folder: folderOf('penstock'),
  },
];

/** The demo that a repository is; nothing where it is a copy of somebody's checkout. */
export function demoOf(repository: Repository): Demo | undefined {
  return demos.find(({ name }) => name === fullNameOf(repository));
}

function folderOf(name: string): string {
  return fileURLToPath(new URL(`./demo/${name}`, import.meta.url));
}
