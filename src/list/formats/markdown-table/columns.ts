import type { FieldRole } from '../../../config/configuration.ts';
import type { ListLocation } from '../../format.ts';
import { linksIn, pictureIn, shownText } from './shown-text.ts';
import type { MarkdownTable, TableCell } from './table.ts';

/** A column of a table. */
export interface Column {
  /** What stands over it. */
  readonly name: string;
  readonly role: FieldRole;
}

/** The words over columns, by what they say of an organization; the first that fits counts. */
const words: readonly (readonly [FieldRole, RegExp])[] = [
  ['logo', /\b(?:logos?|images?|pictures?)\b/i],
  [
    'name',
    /^(?:full |product |project )?(?:names?|organi[sz]ations?(?: name)?|compan(?:y|ies)(?: name)?|adopters?|users?|vendors?|projects?|products?|customers?|institutions?|teams?|who|integrations?|company ?\/ ?(?:project|product)|用户|公司|单位|企业|组织|名称|公司名称)$/i,
  ],
  [
    'contact',
    /\b(?:contacts?|maintainers?|github|handles?|points? of contact|poc|email|联系人|联系方式)\b|联系/i,
  ],
  ['homepage', /^(?:websites?|web ?sites?|home ?pages?|urls?|sites?|links?|web|官网|网站|链接)$/i],
  [
    'status',
    /\b(?:status|phases?|stages?|environments?|workloads?|maturity|level)\b|状态|阶段|环境/i,
  ],
  [
    'category',
    /\b(?:types?|industr(?:y|ies)|sectors?|categor(?:y|ies)|components?|kind)\b|类型|行业/i,
  ],
  ['since', /\b(?:since|date|year|added|joined|adopted|when)\b|日期|时间/i],
  [
    'text',
    /\b(?:use[- ]?cases?|usage|description|details?|notes?|how|story|stories|about|information|info|comments?|purpose|scenarios?|texts?)\b|描述|说明|场景|用途|介绍|备注/i,
  ],
];

/** Of these roles a table has one column; a further one is known by its own name only. */
const single: readonly FieldRole[] = ['name', 'homepage', 'text', 'logo', 'link'];

/** The columns of a table with what they say: as the configuration has it, else by the words over them and what is in them. */
export function columnsOf(table: MarkdownTable, fields: ListLocation['fields'] = {}): Column[] {
  const guessed = table.header.cells.map(({ nodes }, index) => {
    const name = shownText(nodes);
    const cells = table.rows.flatMap(({ cells: all }) => all[index] ?? []);
    return {
      name,
      role: fields[name]?.role ?? guessRole(name, cells),
      holdsLinks: areLinks(cells),
    };
  });
  // Of several columns of text, one that holds nothing but links is for these.
  const hasText = guessed.some(({ role, holdsLinks }) => role === 'text' && !holdsLinks);
  const taken = new Set<FieldRole>();
  const columns = guessed.map(({ name, role: first, holdsLinks }): Column => {
    const isForLinks = first === 'text' && hasText && holdsLinks && fields[name] === undefined;
    const role = isForLinks ? 'link' : first;
    const isSecond = single.includes(role) && taken.has(role);
    taken.add(role);
    return { name, role: isSecond ? 'none' : role };
  });
  return columns.some(({ role }) => role === 'name') ? columns : withName(columns);
}

function areLinks(cells: readonly TableCell[]): boolean {
  return mostly(cells, ({ nodes }) => nodes.length === 1 && nodes[0]?.type === 'link');
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
  const role = words.find(([, pattern]) => pattern.test(name.trim()))?.[0];
  if (role !== undefined) return role;
  if (mostly(cells, ({ nodes }) => pictureIn(nodes) !== undefined)) return 'logo';
  if (mostly(cells, ({ nodes }) => /^@[\w-]+/.test(shownText(nodes)))) return 'contact';
  if (mostly(cells, ({ source, nodes }) => linksIn(nodes)[0]?.url === source)) return 'homepage';
  return areLinks(cells) ? 'link' : 'none';
}

/** Whether a table seems to list organizations: a word over a column says so, or what is listed are names with links. */
export function listsOrganizations(table: MarkdownTable): boolean {
  const names = table.header.cells.map(({ nodes }) => shownText(nodes).trim());
  const name = words.find(([role]) => role === 'name')?.[1];
  return names.length > 1 && names.some((each) => name?.test(each));
}
