import type { PullContent } from '../pull-content.ts';
import type { Templates } from '../templates.ts';
import { fillMarkdown } from '../text/fill-markdown.ts';
import { countFitting } from '../text/fitting.ts';
import { listOf } from '../text/list-of.ts';
import { writeRow } from './row-section.ts';

/** So many locales are shown open; the others are folded. */
const openRows = 3;

/** The lengths to which a cell's texts are cut, tried in this order, in UTF-16 code units. */
const lengths = [1_000, 160, 60];

/** For the sentences around the rows when not all of them fit. */
const roomForSentences = 8_000;

/**
 * The row of every locale as it will look, as Markdown with HTML tables: the first three open, the others folded. Where
 * that is too much, texts are cut, and then the last locales left out; a sentence says so.
 *
 * @param room the most that it may have, in UTF-16 code units
 */
export function writePreview(content: PullContent, templates: Templates, room: number): string {
  const { preview } = templates['pull-request'];
  for (const longest of lengths) {
    const sections = content.rows.map((row) => writeRow(row, content, preview, longest));
    const whole = [
      ...arrange(sections, content, templates),
      ...(longest === lengths[0] ? [] : [preview.shortened]),
    ].join('\n\n');
    if (whole.length <= room) return whole;
  }
  return writeWhatFits(content, templates, room - roomForSentences);
}

function writeWhatFits(content: PullContent, templates: Templates, room: number): string {
  const { preview } = templates['pull-request'];
  const sections = content.rows.map((row) => writeRow(row, content, preview, lengths.at(-1) ?? 0));
  const count = countFitting(sections, room);
  const languages = namesOf(content, count, templates);
  return [
    ...arrange(sections.slice(0, count), content, templates),
    preview.shortened,
    fillMarkdown(preview['left-out'], { languages }),
  ].join('\n\n');
}

function arrange(
  sections: readonly string[],
  content: PullContent,
  templates: Templates,
): readonly string[] {
  const folded = sections.slice(openRows);
  if (folded.length === 0) return sections;
  const summary = fillMarkdown(templates['pull-request'].preview.more, {
    count: folded.length,
    languages: namesOf(content, openRows, templates, sections.length),
  });
  return [
    ...sections.slice(0, openRows),
    `<details>\n<summary>${summary}</summary>`,
    ...folded,
    '</details>',
  ];
}

/** The names of the languages from one row to before another. */
function namesOf(
  { rows }: PullContent,
  from: number,
  { language }: Templates,
  to = rows.length,
): string {
  return listOf(
    rows.slice(from, to).map((row) => row.language),
    language,
  );
}
