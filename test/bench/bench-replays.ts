import { join } from 'node:path';
import { loadFormat } from '../../src/list/list.ts';
import { report } from './figures.ts';
import { readCases } from './replays/cases.ts';
import { outcomes, replay } from './replays/replay.ts';

const usualFolder = join(import.meta.dirname, '../../../shared/data/lists/replays');

const formats = ['markdown-table', 'yaml-list', 'json-array', 'js-array'] as const;

/** Real additions to real lists, done again: how often the file comes out as people made it. */
export async function benchReplays(folder = usualFolder): Promise<void> {
  console.log(`Additions to real lists, made again, from ${folder}`);
  for (const id of formats) {
    const format = await loadFormat(id);
    const replays = readCases(folder, id).map((each) => replay(format, each));
    console.log(`\n${id}: ${replays.length} cases`);
    for (const outcome of outcomes) {
      const found = replays.filter((each) => each.outcome === outcome);
      const isBound = outcome === 'wrong';
      const share = replays.length === 0 ? 0 : (found.length / replays.length) * 100;
      report(`${outcome} (${share.toFixed(1)} %)`, found.length, isBound ? 0 : undefined);
    }
    for (const { id: name, outcome, details } of replays) {
      if (outcome === 'whole file the same') continue;
      console.log(`\n${name}: ${outcome}${details.map((line) => `\n  ${line}`).join('')}`);
    }
  }
}
