import { join } from 'node:path';
import { type FormatId, formatIds } from '../../src/config/configuration.ts';
import { report } from './figures.ts';
import { type ReplayCase, readCases } from './replays/cases.ts';
import { outcomes, type Replay } from './replays/outcome.ts';
import { replayData } from './replays/replay-data.ts';
import { replayMarkdown } from './replays/replay-markdown.ts';
import { setUpCase } from './replays/set-up-case.ts';

const usualFolder = join(import.meta.dirname, '../../../shared/data/lists/replays');

/** There are no cases of tables in front matter. */
const formats = formatIds.filter((id) => id !== 'front-matter-table');

/** Real additions to real lists, done again with what `init` sets up: how often the file comes out as people made it. */
export async function benchReplays(folder = usualFolder): Promise<void> {
  const all: Replay[] = [];
  for (const id of formats) all.push(...(await benchFormat(id, folder)));
  console.log(`\nAll formats: ${all.length} cases`);
  reportOutcomes(all);
}

async function benchFormat(id: FormatId, folder: string): Promise<readonly Replay[]> {
  const replays: Replay[] = [];
  for (const each of readCases(folder, id)) replays.push(await replay(each, id));
  console.log(`Additions to ${id} lists, made again: ${replays.length} cases in ${folder}`);
  reportOutcomes(replays);
  for (const { id: name, outcome, details } of replays) {
    if (outcome === 'whole file the same') continue;
    console.log(`\n${name}: ${[outcome, ...details].join('\n  ')}`);
  }
  return replays;
}

async function replay(each: ReplayCase, id: FormatId): Promise<Replay> {
  const found = await setUpCase(each);
  const refused = (reason: string): Replay => {
    return { id: each.id, outcome: 'refused', details: [`init: ${reason}`] };
  };
  if (typeof found === 'string') return refused(found);
  if (found.format.id !== id) return refused(`another format, ${found.format.id}`);
  const slips = each.meta.humanSlips.map((slip) => `a slip of the person: ${slip}`);
  const asked = found.isAsked ? ['set up with --list'] : [];
  const replayed = id.startsWith('markdown')
    ? replayMarkdown(each, found)
    : replayData(each, found);
  return { ...replayed, details: [...replayed.details, ...slips, ...asked] };
}

function reportOutcomes(replays: readonly Replay[]): void {
  for (const outcome of outcomes) {
    const found = replays.filter((each) => each.outcome === outcome);
    const isBound = outcome === 'wrong';
    const share = replays.length === 0 ? 0 : (found.length / replays.length) * 100;
    report(`${outcome} (${share.toFixed(1)} %)`, found.length, isBound ? 0 : undefined);
  }
}
