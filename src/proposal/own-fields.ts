import type { EntryValues, List } from '../list/list.ts';
import { type Remark, remark } from '../problem/remark.ts';
import type { Submission } from '../submission/submission.ts';

/** What a submission says in the words of one page's list; what is absent stays as it is. */
export interface OwnValues {
  readonly values: Pick<EntryValues, 'group' | 'homepage' | 'homepageLinks' | 'fields'>;
  readonly remarks: readonly Remark[];
}

/** A page's language, as remarks name it. */
export interface PageLanguage {
  readonly locale: string;
  readonly language: string;
}

/**
 * What only the list itself understands, by its own names. A page in another language has other headings and groups, in the same
 * order.
 *
 * @param source the source locale's list, whose words a submission uses
 */
export function ownValues(
  { homepage, homepageLinks, group, fields = {} }: Submission,
  list: List,
  source: List,
  page: PageLanguage,
): OwnValues {
  const isSource = list === source;
  const own = Object.entries(fields).map(([name, value]) => ({
    name,
    value,
    there: isSource ? name : nameThere(name, list, source),
  }));
  const found = own.flatMap(({ there, value }) => (there === undefined ? [] : [[there, value]]));
  const lost = own.filter(({ there }) => there === undefined);
  const groupThere = group === undefined || isSource ? group : groupIn(group, list, source);
  return {
    values: {
      ...(homepage !== undefined && { homepage }),
      ...(homepageLinks && { homepageLinks }),
      ...(groupThere !== undefined && { group: groupThere }),
      ...(found.length > 0 && { fields: Object.fromEntries(found) }),
    },
    remarks: lost.map(({ name }) => remark('field-not-in-locale', { ...page, name })),
  };
}

function nameThere(name: string, list: List, source: List): string | undefined {
  if (list.fields.some((field) => field.name === name)) return name;
  const at = source.fields.findIndex((field) => field.name === name);
  const other = list.fields[at];
  const isAlike = list.fields.length === source.fields.length;
  return isAlike && other?.role === source.fields[at]?.role ? other?.name : undefined;
}

function groupIn(group: string, list: List, source: List): string {
  const isAlike = list.groups.length === source.groups.length;
  const other = isAlike ? list.groups[source.groups.indexOf(group)] : undefined;
  return list.groups.includes(group) ? group : (other ?? group);
}
