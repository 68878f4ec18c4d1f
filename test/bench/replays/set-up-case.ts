import { type Configuration, type FormatId, formatIds } from '../../../src/config/configuration.ts';
import type { FoundList } from '../../../src/list/format.ts';
import { type List, type ListFormat, loadFormat } from '../../../src/list/list.ts';
import { setUpScratch } from '../scratch-setup.ts';
import type { ReplayCase } from './cases.ts';

/** A case's list as set-up configures it. */
export interface ReplayList {
  readonly format: ListFormat;
  readonly configuration: Configuration;
  /** As it was before, and as a person left it; nothing where that cannot be read. */
  readonly list: List;
  readonly human: List | undefined;
  /** Whether it had to be asked for, because set-up proposes another list of the file. */
  readonly isAsked: boolean;
}

/**
 * Sets up a checkout that holds a case's file and nothing else, by `init` alone. Where it proposes another list than that to
 * which the entry was added, that one is asked for.
 *
 * @returns the list, or why nothing is set up
 */
export async function setUpCase(each: ReplayCase): Promise<ReplayList | string> {
  const proposed = await setUp(each, undefined);
  if (typeof proposed !== 'string' && grew(proposed)) return proposed;
  for (const asked of await otherLists(each)) {
    const found = await setUp(each, asked);
    if (typeof found !== 'string' && grew(found)) return { ...found, isAsked: true };
  }
  return proposed;
}

async function setUp(
  { meta: { path }, before, after }: ReplayCase,
  asked: string | undefined,
): Promise<ReplayList | string> {
  const report = await setUpScratch({ [path]: before }, { list: asked });
  if (!report.ok) return (report.problems.at(-1)?.code ?? 'nothing found').replace('setup-', '');
  const { configuration } = report.value;
  const { within, fields, markup } = configuration;
  const format = await loadFormat(configuration.format);
  const list = format.read({ path, text: before }, { within, fields, markup });
  if (!list.ok) return `not read as configured: ${list.problems[0]?.code}`;
  const human = format.read({ path, text: after }, { within, fields, markup });
  return {
    format,
    configuration,
    list: list.value,
    human: human.ok ? human.value : undefined,
    isAsked: false,
  };
}

/** Whether a person added to this list. */
function grew({ list, human }: ReplayList): boolean {
  return human !== undefined && human.entries.length > list.entries.length;
}

/** How further lists of a file are asked for. */
async function otherLists({ meta, before }: ReplayCase): Promise<readonly string[]> {
  const id: FormatId | undefined = formatIds.find((known) => known === meta.format);
  if (id === undefined) return [];
  const { lists } = (await loadFormat(id)).find({ path: meta.path, text: before });
  const names = lists.map(({ at: { within } }: FoundList) => within ?? '');
  return [meta.path, ...names.filter((name) => name !== '').map((name) => `${meta.path}#${name}`)];
}
