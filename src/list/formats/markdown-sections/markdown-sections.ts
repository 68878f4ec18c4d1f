import { markdownEnding } from '../../file-endings.ts';
import type { Field } from '../../format.ts';
import type { PartStyle } from '../../markdown/entry/entry.ts';
import { proseFormat } from '../../markdown/entry/prose-format.ts';
import { mostCommon } from '../../most-common.ts';
import { groupsIn, groupsOfOrganizations } from './find-sections.ts';
import { toSectionList } from './to-section-list.ts';

/** A heading for each organization in a Markdown file, with words below. */
export const markdownSections = proseFormat({
  id: 'markdown-sections',
  look: 'sections',
  mayHold: ({ path, text }) =>
    markdownEnding.test(path) && /^ {0,3}(?:#{1,6}[ \t]|-{3,}[ \t]*$)/m.test(text),
  all: groupsIn,
  ofOrganizations: groupsOfOrganizations,
  toList: toSectionList,
  opener: ({ openers }) => mostCommon(openers) ?? '## ',
  usualStyle,
  // Marks at the end of a heading are not shown.
  plainName: (encoded) => encoded.replace(/(?<=\s|^)#+$/, (marks) => '&num;'.repeat(marks.length)),
  isEntry([heading, ...blocks]) {
    if (heading?.type !== 'heading') return false;
    return !blocks.some((node) =>
      node.type === 'heading'
        ? node.depth <= heading.depth
        : node.type === 'definition' || node.type === 'thematicBreak',
    );
  },
});

/** How a section is written where none has such a part yet. */
function usualStyle({ name, role }: Field): PartStyle {
  const label = role === 'text' ? '' : `**${name}**: `;
  return { before: '\n\n', label, after: '' };
}
