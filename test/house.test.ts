import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { pureRooms } from './support/pure-rooms.ts';
import {
  findCircle,
  graphOf,
  reachableFrom,
  type SourceImport,
  sourceFiles,
  sourceImports,
  sourceOf,
} from './support/source-imports.ts';

/** The rooms from top to bottom: each imports from those below it only. Rooms in one line do not import each other. */
const storeys: readonly (readonly string[])[] = [
  ['npm-start.ts', 'bin.ts'],
  ['cli.ts'],
  ['cli'],
  ['playground'],
  ['emulator'],
  ['server'],
  ['action'],
  ['app'],
  ['reconcile/jobs'],
  ['reconcile/apply'],
  ['reconcile/decide'],
  ['reconcile/prepare'],
  ['reconcile/history'],
  ['reconcile/observe'],
  ['written-form.ts'],
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

/** What all rooms of `reconcile/` are given, so that it names types of theirs. */
const handedAround = ['reconcile/services.ts'];

/**
 * By what other rooms know a room: files, or folders with all that is in them. A room without an entry is known by the
 * files that are not in a folder of its own.
 */
const faces: Readonly<Record<string, readonly string[]>> = {
  app: [
    'app/probot/create-probot.ts',
    'app/installation-gate.ts',
    'app/jobs-for-webhook.ts',
    'app/probot/octokit-for.ts',
    'app/powered-by.ts',
    'app/probot/probot-log.ts',
    'app/receive-delivery.ts',
  ],
  check: [
    'check/form/check-form.ts',
    'check/check-logo-pictures.ts',
    'check/check-repository.ts',
    'check/print-findings.ts',
    'check/pull/check-pull.ts',
    'check/pull/describe-pull-check.ts',
    'check/problem-finding.ts',
  ],
  cli: ['cli/commands/', 'cli/input/entry-input.ts', 'cli/input/option-parsers.ts', 'cli/output/'],
  command: [
    'command/change-request.ts',
    'command/command.ts',
    'command/commands.ts',
    'command/field-of-key.ts',
    'command/guess-entry.ts',
    'command/line-keys.ts',
    'command/read-comment-text.ts',
    'command/parse-command.ts',
    'command/permission.ts',
    'command/request-state.ts',
  ],
  download: ['download/download-logo.ts'],
  emulator: [
    'emulator/emulator.ts',
    'emulator/faults.ts',
    'emulator/git/git-objects.ts',
    'emulator/git/git-repository.ts',
    'emulator/git/ref-mover.ts',
    'emulator/git/run-git.ts',
    'emulator/listeners.ts',
    'emulator/person.ts',
    'emulator/refusal.ts',
    'emulator/request-log.ts',
    'emulator/webhooks/delivery.ts',
    'emulator/world/model.ts',
  ],
  github: ['github/'],
  list: ['list/list.ts', 'list/markup.ts'],
  logo: [
    'logo/output/contact-sheet.ts',
    'logo/svg/svg-size.ts',
    'logo/limits.ts',
    'logo/logo-settings.ts',
    'logo/measure-logo.ts',
    'logo/normalize-logo.ts',
  ],
  playground: [
    'playground/action/run-history.ts',
    'playground/port-memory.ts',
    'playground/start-action.ts',
    'playground/start-app.ts',
    'playground/start-playground.ts',
  ],
  queue: [
    'queue/in-process-queue.ts',
    'queue/fair-queue.ts',
    'queue/limits/rate-limiter.ts',
    'queue/limits/throttle.ts',
    'queue/postgres/open-postgres.ts',
    'queue/queue.ts',
    'queue/shared-state.ts',
  ],
  'reconcile/apply': ['reconcile/apply/'],
  'reconcile/observe': ['reconcile/observe/'],
  proposal: [
    'proposal/check-entry.ts',
    'proposal/file-change.ts',
    'proposal/lfs/git-attributes.ts',
    'proposal/lfs/lfs-pointer.ts',
    'proposal/link-text.ts',
    'proposal/logo-files/rename-logos.ts',
    'proposal/logo-files/unused-logos.ts',
    'proposal/logo-file.ts',
    'proposal/not-listed.ts',
    'proposal/open-pages.ts',
    'proposal/preview-rows.ts',
    'proposal/proposal.ts',
    'proposal/propose-entry.ts',
    'proposal/propose-removal.ts',
    'proposal/propose-renaming.ts',
    'proposal/snapshot.ts',
  ],
  server: [
    'server/log/create-logger.ts',
    'server/registration/',
    'server/server.ts',
    'server/service.ts',
    'server/stop-signal.ts',
    'server/settings/',
  ],
  setup: [
    'setup/workflow/',
    'setup/describe-setup.ts',
    'setup/plan-form.ts',
    'setup/set-up.ts',
    'setup/site-settings.ts',
  ],
};

/** The most files side by side in one folder of `src/`, and the most lines of one file. */
const mostFiles = 15;
const mostLines = 250;

/** What gives a room a clock, a disk or a network. */
const impure = /^node:(?!crypto$|util$)|^(sharp|undici|octokit|probot)|^@octokit/;
const clock = /\b(Date\.now|new Date\(\)|performance\.|Math\.random|process\.|fetch\()/;

/** The room of a file: its first folder, within `reconcile/` the first two. */
function roomOf(file: string): string {
  const [first = '', second = '', ...more] = file.split('/');
  return first === 'reconcile' && more.length > 0 ? `${first}/${second}` : first;
}

function storeyOf(room: string): number {
  return storeys.findIndex((rooms) => rooms.includes(room));
}

/** Imports of files in other rooms. */
const between = sourceImports.filter(
  (each): each is SourceImport & { readonly target: string } =>
    each.target !== undefined && roomOf(each.from) !== roomOf(each.target),
);

function say({ from, target, specifier }: SourceImport): string {
  return `${from} → ${target ?? specifier}`;
}

function isInFace(target: string): boolean {
  const room = roomOf(target);
  const face = faces[room];
  if (face === undefined) return target === room || dirname(target) === room;
  return face.some((each) => target === each || (each.endsWith('/') && target.startsWith(each)));
}

describe('the house', () => {
  it('has a storey for every room', () => {
    const files = sourceFiles.filter((file) => !handedAround.includes(file));
    expect(files.filter((file) => storeyOf(roomOf(file)) === -1)).toEqual([]);
  });

  it('imports run down its storeys', () => {
    const upward = between
      .filter(({ from, target }) => ![from, target].some((file) => handedAround.includes(file)))
      .filter(({ from, target }) => storeyOf(roomOf(target)) <= storeyOf(roomOf(from)))
      .map(say);
    expect(upward).toEqual([]);
  });

  it('no room reaches past the face of another', () => {
    expect(between.filter(({ target }) => !isInFace(target)).map(say)).toEqual([]);
  });

  it('no face has anything that no other room uses', () => {
    const used = between.map(({ target }) => target);
    const unused = Object.values(faces)
      .flat()
      .filter((each) =>
        used.every((file) => file !== each && !(each.endsWith('/') && file.startsWith(each))),
      );
    expect(unused).toEqual([]);
  });

  it('no folder is crowded, and no file is long', () => {
    const folders = Map.groupBy(sourceFiles, (file) => dirname(file));
    const crowded = [...folders].filter(([, files]) => files.length > mostFiles);
    expect(crowded.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([]);
    const written = sourceFiles.filter((file) => !file.includes('/generated/'));
    const long = written.filter((file) => sourceOf(file).split('\n').length > mostLines + 1);
    expect(long).toEqual([]);
  });

  it('no format knows another', () => {
    const formatOf = (file: string) => /^list\/formats\/([^/]+)\//.exec(file)?.[1];
    const known = sourceImports.filter(({ from, target = '' }) => {
      const [own, other] = [formatOf(from), formatOf(target)];
      return own !== undefined && other !== undefined && own !== other;
    });
    expect(known.map(say)).toEqual([]);
  });

  it('keeps the emulator apart: it imports nothing of the product', () => {
    expect(between.filter(({ from }) => roomOf(from) === 'emulator').map(say)).toEqual([]);
  });

  it('lets only the command line and the playground import the emulator, and only the command line the playground', () => {
    const importersOf = (room: string) =>
      between.filter(({ target }) => roomOf(target) === room).map(({ from }) => roomOf(from));
    expect(new Set(importersOf('emulator'))).toEqual(new Set(['playground']));
    expect(new Set(importersOf('playground'))).toEqual(new Set(['cli']));
  });

  // Imports of types count too: files that need each other belong together.
  it('has no circle of files', () => {
    expect(findCircle(graphOf(sourceImports))).toEqual([]);
  });

  it('keeps disk, network and clock out of the pure rooms, and of all that they load', () => {
    const loads = sourceImports.filter(({ isType }) => !isType);
    const inside = sourceFiles.filter((file) => pureRooms.includes(roomOf(file)));
    const loaded = reachableFrom(inside, graphOf(loads));
    const found = loads.filter(({ from, specifier }) => loaded.has(from) && impure.test(specifier));
    expect(found.map(say)).toEqual([]);
    expect([...loaded].filter((file) => clock.test(sourceOf(file)))).toEqual([]);
  });

  it('runs on what package.json lists as its dependencies', () => {
    const names = sourceImports
      // `mdast` has types only, which the program does not run on.
      .filter(({ specifier }) => !/^(\.|#|node:|mdast$)/.test(specifier))
      .map(({ specifier }) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]);
    expect([...new Set(names)].sort()).toEqual(Object.keys(packageJson.dependencies).sort());
  });

  it('lets only the logo room know sharp', () => {
    const importers = sourceImports.filter(({ specifier }) => specifier === 'sharp');
    expect(importers.filter(({ from }) => roomOf(from) !== 'logo').map(say)).toEqual([]);
  });
});
