import { type FieldRole, singleRoles } from '../../../config/configuration.ts';
import { ownValue } from '../../../text/own-value.ts';
import type { ListLocation } from '../../format.ts';
import { isNamedForUsers } from '../../markdown/list-words.ts';
import { roleByName } from '../../markdown/role-words.ts';
import { areLogos } from '../../markdown/shown-logos.ts';
import { linksIn, pictureIn, shownText } from '../../markdown/shown-text.ts';
import type { MarkdownTable, TableCell, TableRow } from './table.ts';

/** A column of a table. */
export interface Column {
  /** What is over it. */
  readonly name: string;
  readonly role: FieldRole;
}

/**
 * The columns of a table with what they say: as the configuration has it, else by the words over them and what is in them.
 *
 * @param tables several have the columns of the first; what is in them tells for all
 */
export function columnsOf(
  tables: readonly MarkdownTable[],
  fields: ListLocation['fields'] = {},
): readonly Column[] {
  const rows = tables.flatMap((table) => table.rows);
  const header = tables[0]?.header.cells ?? [];
  const guessed = header.map(({ nodes }, index): GuessedColumn => {
    const name = shownText(nodes);
    const cells = rows.flatMap(({ cells: all }) => all[index] ?? []);
    const own = ownValue(fields, name)?.role;
    return {
      ...{ name, isOwn: own !== undefined, role: own ?? guessRole(name, cells) },
      ...{ holdsLinks: areLinks(cells), areDistinct: areDistinct(cells, rows.length) },
    };
  });
  const person = personIn(guessed);
  const isNameLinked = guessed.some(({ role, holdsLinks }) => role === 'name' && holdsLinks);
  // Of several columns of text, one that holds nothing but links is for these; if all do, the first is for the text.
  const hasText = guessed.some(({ role, holdsLinks }) => role === 'text' && !holdsLinks);
  const isAlone = isOnlyLink(guessed, rows);
  const taken = new Set<FieldRole>();
  const columns = guessed.map((column): Column => {
    const { name, role: first, holdsLinks, isOwn } = column;
    const isOther = hasText || taken.has('text') || (isNameLinked && story.test(name));
    const isForLinks = first === 'text' && holdsLinks && !isOwn;
    const isVague = isAlone && vague.test(name);
    // Where names lead to the homepages, what is called “Links” leads elsewhere.
    const isElsewhere = first === 'homepage' && isNameLinked && !isOwn && /^links?$/i.test(name);
    const linkRole = isElsewhere ? (holdsLinks ? 'link' : 'none') : undefined;
    const textRole = isForLinks && isOther ? 'link' : isForLinks && isVague ? 'homepage' : first;
    const role = column === person ? 'none' : (linkRole ?? textRole);
    const isSecond = singleRoles.includes(role) && taken.has(role);
    taken.add(role);
    return { name, role: isSecond ? 'none' : role };
  });
  return columns.some(({ role }) => role === 'name') ? columns : withName(columns);
}

interface GuessedColumn extends Column {
  /** Whether the configuration says what it is for. */
  readonly isOwn: boolean;
  readonly holdsLinks: boolean;
  /** Whether each row has a value of its own. */
  readonly areDistinct: boolean;
}

/** The column of a person's name, where another one names the organization, a different one in each row. */
function personIn(columns: readonly GuessedColumn[]): GuessedColumn | undefined {
  const person = columns.find(
    ({ name, role, isOwn }) => role === 'name' && !isOwn && /^(?:full )?name$/i.test(name),
  );
  const isOrganization = ({ name, role, areDistinct: isDistinct }: GuessedColumn) =>
    role === 'name' && isDistinct && /^(?:compan|organi[sz]ation)/i.test(name);
  return columns.some(isOrganization) ? person : undefined;
}

function areDistinct(cells: readonly TableCell[], rows: number): boolean {
  const filled = cells.filter(({ source }) => source !== '');
  return rows > 1 && new Set(filled.map(({ source }) => source)).size === rows;
}

/** Over links, it is what the organization wrote or said. */
const story = /\b(?:stor(?:y|ies)|info|information|case stud(?:y|ies)|references?)\b/i;

/** What may be over words and over links alike. */
const vague = /\b(?:info|information|details?|about)\b/i;

/** Of one row nobody can tell. */
const fewestLinks = 3;

/** Whether a single column has links, all others only words: these lead to the organizations. */
function isOnlyLink(
  columns: readonly { readonly role: FieldRole; readonly holdsLinks: boolean }[],
  rows: readonly TableRow[],
): boolean {
  const hasOther = columns.some(({ role }) => role === 'homepage' || role === 'link');
  const linked = columns.filter(({ holdsLinks }) => holdsLinks).length;
  return !hasOther && linked === 1 && rows.length >= fewestLinks;
}

/** Words that several rows have, as “To be added”, count once. */
function areLinks(cells: readonly TableCell[]): boolean {
  const distinct = new Map(cells.map((cell) => [cell.source, cell]));
  return mostly(
    [...distinct.values()],
    ({ nodes }) => nodes.length === 1 && nodes[0]?.type === 'link',
  );
}

/** Whether most of the cells that hold anything are such. */
function mostly(cells: readonly TableCell[], is: (cell: TableCell) => boolean): boolean {
  const filled = cells.filter(({ source }) => source !== '');
  return filled.length > 0 && filled.filter(is).length * 2 > filled.length;
}

/** The first column that is not known otherwise names the organization. */
function withName(columns: readonly Column[]): Column[] {
  const first = columns.findIndex(({ role }) => role === 'none');
  return columns.map((column, index) => (index === first ? { ...column, role: 'name' } : column));
}

function guessRole(name: string, cells: readonly TableCell[]): FieldRole {
  const role = roleByName(name);
  const isOther =
    role === 'logo' &&
    !areLogos(
      name,
      cells.map(({ nodes }) => nodes),
    );
  if (role !== undefined && !isOther) return role;
  if (mostly(cells, ({ nodes }) => pictureIn(nodes) !== undefined)) return 'logo';
  if (mostly(cells, ({ nodes }) => /^@[\w-]+/.test(shownText(nodes)))) return 'contact';
  if (mostly(cells, ({ source, nodes }) => linksIn(nodes)[0]?.url === source)) return 'homepage';
  return areLinks(cells) ? 'link' : 'none';
}

/** Whether a table seems to list organizations: the configuration says so of a column, or else the word over it. */
export function listsOrganizations(
  table: MarkdownTable,
  fields: ListLocation['fields'] = {},
): boolean {
  const names = table.header.cells.map(({ nodes }) => shownText(nodes));
  const roles = names.flatMap((each) => [ownValue(fields, each)?.role, roleByName(each)]);
  return names.length > 1 && roles.includes('name');
}

/**
 * Whether a table may list organizations though no word says so, as where one is misspelled: both the file and the heading are named for
 * these, and of the columns all but the first say something of an organization.
 */
export function mayListOrganizations({ headings, header }: MarkdownTable, path: string): boolean {
  const [first, ...others] = header.cells.map(({ nodes }) => roleByName(shownText(nodes)));
  return (
    first === undefined &&
    others.length > 0 &&
    others.every((role) => role !== undefined) &&
    isNamedForUsers({ path, headings, above: '' })
  );
}

/** Whether tables are the groups of one list: their columns are called alike, but perhaps that for the name. */
export function areAlike(
  tables: readonly MarkdownTable[],
  fields: ListLocation['fields'] = {},
): boolean {
  const [first = [], ...others] = tables.map((table) => columnsOf([table], fields));
  const isSame = (one: Column, other: Column | undefined) =>
    one.name.toLowerCase() === other?.name.toLowerCase() ||
    (one.role === 'name' && other?.role === 'name');
  return others.every(
    (columns) =>
      columns.length === first.length && first.every((each, index) => isSame(each, columns[index])),
  );
}
