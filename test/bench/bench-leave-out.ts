import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Entry, List } from '../../src/list/list.ts';
import type { Result } from '../../src/problem/result.ts';
import { type CorpusList, readCorpus } from './corpus/expected.ts';
import { report } from './figures.ts';
import { empty } from './leave-out/emptied.ts';
import { leaveOut } from './leave-out/leave-out.ts';
import { ListedRepository } from './leave-out/listed-repository.ts';
import { sampleOf } from './leave-out/sample.ts';
import { addTexts } from './leave-out/strangers-texts.ts';
import {
  addTwice,
  changeAndBack,
  giveOwnValues,
  renameAndBack,
} from './leave-out/there-and-back.ts';
import { isListedOnce, type Trial } from './leave-out/trial.ts';
import { setUpScratch } from './scratch-setup.ts';

const usualFolder = join(import.meta.dirname, '../../../shared/data/lists/corpus');

/** Of each list, so many entries are tried. */
const mostEntries = 25;

type TryEntry = (
  repository: ListedRepository,
  list: List,
  entry: Entry,
) => Trial | readonly Trial[];

/** What is tried with each of many entries. */
const entryTrials: Readonly<Record<string, TryEntry>> = {
  'removed, and added again': leaveOut,
  'updated with what it shows': giveOwnValues,
  'one field changed, and back': changeAndBack,
  'renamed, and back': renameAndBack,
  'added twice': addTwice,
};

/** No list may come out so. */
const bounds: readonly string[] = ['wrong', 'changed', 'found by check'];

/** Tries to break many real lists, each with what `init` alone sets up, by all that people can ask for in its form. */
export async function benchLeaveOut(folder = usualFolder): Promise<void> {
  const lists = readCorpus(folder);
  const trials = new Map<string, { readonly file: string; readonly done: Trial }[]>();
  let served = 0;
  for (const [file, files] of filesOfLists(lists, folder)) {
    const opened = await openList(files);
    if (opened === undefined) continue;
    served += 1;
    for (const [name, done] of await tryList(opened.repository, opened.list)) {
      trials.set(name, [...(trials.get(name) ?? []), { file, done }]);
    }
  }
  console.log(`Real lists that are served: ${served} in ${folder}`);
  for (const [name, all] of trials) reportTrials(name, all);
}

function reportTrials(
  name: string,
  all: readonly { readonly file: string; readonly done: Trial }[],
): void {
  console.log(`\nEntries ${name}: ${all.length}`);
  const outcomes = Map.groupBy(all, ({ done }) => done.outcome);
  for (const [outcome, found] of outcomes) {
    const share = ((found.length / all.length) * 100).toFixed(1);
    report(`${outcome} (${share} %)`, found.length, bounds.includes(outcome) ? 0 : undefined);
  }
  for (const { file, done } of all) {
    if (done.details.length === 0) continue;
    console.log(`\n${file}: ${done.outcome}\n  ${done.details.join('\n  ')}`);
  }
}

/** The files of each list by their paths: where each entry has a file, all of them are one list. */
function filesOfLists(
  lists: readonly CorpusList[],
  folder: string,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const isFolder = ({ format }: CorpusList) => format === 'file-per-company';
  const found = Map.groupBy(lists, (list) => (isFolder(list) ? dirname(list.file) : list.file));
  const textOf = ({ file }: CorpusList) => readFileSync(join(folder, file), 'utf8');
  return new Map(
    [...found].map(([name, all]) => [
      name,
      Object.fromEntries(all.map((list) => [list.path, textOf(list)])),
    ]),
  );
}

async function openList(
  files: Readonly<Record<string, string>>,
): Promise<{ repository: ListedRepository; list: List } | undefined> {
  const setup = await setUpScratch(files);
  if (!setup.ok) return undefined;
  const { changes, configuration } = setup.value;
  const [settings, form] = changes.map(({ content }) => String(content));
  const repository = new ListedRepository(settings ?? '', form ?? '');
  const path = configuration.pages[configuration.sourceLocale] ?? '';
  const entryFiles = Object.entries(files).map(([each, text]) => ({
    path: each,
    content: { text },
  }));
  const list: Result<List> = await repository.read(
    path.includes('*') ? { files: entryFiles, others: [] } : { text: files[path] ?? '' },
  );
  return list.ok ? { repository, list: list.value } : undefined;
}

async function tryList(
  repository: ListedRepository,
  list: List,
): Promise<readonly (readonly [string, Trial])[]> {
  const entries = sampleOf(list, mostEntries).filter((entry) => isListedOnce(list, entry));
  const named = (name: string, trials: Trial | readonly Trial[]) =>
    [trials].flat().map((each) => [name, each] as const);
  const group = list.groups.at(-1);
  return [
    ...Object.entries(entryTrials).flatMap(([name, tryEntry]) =>
      entries.flatMap((entry) => named(name, tryEntry(repository, list, entry))),
    ),
    ...named('removed until one is left, and that one too', empty(repository, list)),
    ...named('added with odd texts', await addTexts(repository, list, group)),
  ];
}
