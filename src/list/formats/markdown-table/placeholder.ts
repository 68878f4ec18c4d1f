import { shownText } from './shown-text.ts';
import type { TableRow } from './table.ts';

/** What people write where nobody is on a list yet. */
const words =
  /^[-—–\s(]*(?:your (?:own )?(?:project|company|organi[sz]ation|name|team|logo)|add (?:your|yourself)|(?:be|you could be) the first|none|no (?:adopters?|users?|entries|one)|nobody|tbd|to be (?:added|announced)|example (?:company|corp|org\w*|project)|待添加|虚位以待)(?![\p{L}\p{N}])/iu;

/**
 * Whether a row stands in for entries: an empty one, or one that says that there is none yet. Words alone tell that only of
 * a table's single row, or of one in italics: a company may be called “None Ltd”.
 */
export function isPlaceholder({ cells }: TableRow, rows: number): boolean {
  const filled = cells.filter(({ source }) => !/^[-—–.…]*$/.test(source));
  if (filled.length === 0) return true;
  if (!filled.some(({ nodes }) => words.test(shownText(nodes)))) return false;
  return (
    rows === 1 || filled.every(({ nodes }) => nodes.length === 1 && nodes[0]?.type === 'emphasis')
  );
}
