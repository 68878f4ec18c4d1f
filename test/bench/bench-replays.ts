import { join } from 'node:path';
import { type FormatId, formatIds } from '../../src/config/configuration.ts';
import { loadFormat } from '../../src/list/list.ts';
import { report } from './figures.ts';
import { readCases } from './replays/cases.ts';
import { outcomes } from './replays/outcome.ts';
import { replayData } from './replays/replay-data.ts';
import { replayMarkdown } from './replays/replay-markdown.ts';

const usualFolder = join(import.meta.dirname, '../../../shared/data/lists/replays');

/** There are no cases of tables in front matter. */
const formats = formatIds.filter((id) => id !== 'front-matter-table');

/** Real additions to real lists, done again: how often the file comes out as people made it. */
export async function benchReplays(folder = usualFolder): Promise<void> {
  for (const id of formats) await benchFormat(id, folder);
}

async function benchFormat(id: FormatId, folder: string): Promise<void> {
  const format = await loadFormat(id);
  const replays = readCases(folder, format.id).map((each) =>
    id.startsWith('markdown') ? replayMarkdown(format, each) : replayData(format, each),
  );
  console.log(`Additions to ${format.id} lists, made again: ${replays.length} cases in ${folder}`);
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
