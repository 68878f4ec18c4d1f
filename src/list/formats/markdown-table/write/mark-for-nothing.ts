import type { PhrasingContent } from 'mdast';
import { saysNothing } from '../../../../submission/no-answer.ts';
import { isBreak, shownText } from '../../../markdown/shown-text.ts';
import type { Sample } from '../../../markdown/write/sample.ts';

/** A single one may be a slip. */
const fewestMarks = 2;

/**
 * What a list writes where an organization has nothing, such as `-` or `N/A`: empty where it leaves more such cells empty.
 *
 * @param samples the cells of a column that hold anything, nearest first
 * @param entries how many entries there are, with those whose cell is empty
 */
export function markForNothing(samples: readonly Sample[], entries: number): string {
  const marks = samples.filter(
    ({ nodes }) => nodes.every(isWords) && saysNothing(shownText(nodes)),
  );
  const [mark] = marks;
  return mark !== undefined &&
    marks.length >= fewestMarks &&
    marks.length > entries - samples.length
    ? mark.source
    : '';
}

/** A picture or a link without words says something too, and of another organization. */
function isWords(node: PhrasingContent): boolean {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return true;
    case 'strong':
    case 'emphasis':
    case 'delete':
      return node.children.every(isWords);
    default:
      return isBreak(node);
  }
}
