import type { Result } from '../../../problem/result.ts';
import { lineFinder } from '../../../text/line-finder.ts';
import type { ListLocation, TextFile } from '../../format.ts';
import { endOfLine } from '../../lines.ts';
import type { ReadProseList } from '../../markdown/entry/entry.ts';
import { toList } from '../../markdown/entry/to-list.ts';
import { invites, saysNobodyYet } from '../../markdown/placeholder-words.ts';
import type { SectionGroup } from './find-sections.ts';
import { readSection } from './read-section.ts';
import { seeSections } from './second-reader.ts';

/** Sections as the entries of a list. */
export function toSectionList(
  file: TextFile,
  { sections, before, depth }: SectionGroup,
  at: ListLocation,
): Result<ReadProseList> {
  const { text } = file;
  const entries = sections.map((section) => readSection(text, section));
  const [first] = entries;
  const row = entries.findIndex(
    ({ name: { company } }) => invites(company) || (entries.length === 1 && saysNobodyYet(company)),
  );
  const placeholder = entries[row];
  const last = before.at(-1)?.position?.end.offset ?? 0;
  const lineOf = lineFinder(text);
  const lines = entries.map(({ start, end }) => ({ first: lineOf(start), last: lineOf(end) }));
  const found = {
    entries,
    placeholder: placeholder && { start: placeholder.start, end: placeholder.end, row },
    start: first?.start ?? last,
    head: endOfLine(text, last),
    gaps: { above: '\n\n', between: '\n\n' },
    openers: [`${'#'.repeat(depth)} `],
    seen: seeSections(text, lines),
  };
  return toList(file, found, at);
}
