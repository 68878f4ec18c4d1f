import type { Configuration } from '../../config/configuration.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { shorten } from '../../text/shorten.ts';
import { type AskedField, namesFields } from '../asked-fields.ts';
import { fieldIds } from '../field-ids.ts';
import type { SubmissionFields } from '../submission-fields.ts';
import { cleanAnswer } from './clean-answer.ts';

/** Of what a stranger typed, in UTF-16 code units. */
const longestName = 80;

/** Where a list has one address of a company, a link and a homepage are the same. */
export function withOneAddress(
  typed: SubmissionFields,
  asked: readonly AskedField[],
): SubmissionFields {
  const has = (kind: AskedField['kind']) => asked.some((field) => field.kind === kind);
  if (has('link') || !has('homepage')) return typed;
  const { link, homepage, ...rest } = typed;
  return { ...rest, homepage: homepage ?? link };
}

/** What the list itself has. */
interface FurtherOptions {
  readonly configuration: Configuration;
  readonly groups?: readonly string[];
  readonly furtherFields?: readonly string[];
}

/**
 * What was given beyond what the configuration names. Where it does not say which fields a list has, the list itself knows; so it
 * does of its parts.
 */
export function furtherFields(
  typed: SubmissionFields,
  asked: readonly AskedField[],
  { configuration, groups, furtherFields: known = [] }: FurtherOptions,
): readonly AskedField[] {
  if (configuration.format === 'front-matter-table') return [];
  const further = (kind: AskedField['kind'], id: string, name?: string): AskedField => ({
    ...{ kind, id, name, label: name, role: kind === 'own' ? 'none' : undefined },
    ...{ locale: undefined, required: false, choices: [] },
  });
  const isOpen = !namesFields(configuration);
  const { homepage, fields = {} } = typed;
  const isGroupAsked = asked.some(({ kind }) => kind === 'group');
  // Only where the list is not at hand may it have any group.
  const isGrouped = groups === undefined ? typed.group !== undefined : groups.length > 0;
  return [
    ...(isGrouped && !isGroupAsked ? [further('group', fieldIds.group)] : []),
    ...(isOpen && homepage !== undefined ? [further('homepage', fieldIds.homepage)] : []),
    ...Object.keys(fields)
      .filter(
        (name) => (isOpen || known.includes(name)) && !asked.some((each) => each.name === name),
      )
      .map((name) => further('own', name, name)),
  ];
}

/** Says of answers that nobody asked for them, and nothing shows them. */
export function notAsked(
  typed: SubmissionFields,
  asked: readonly AskedField[],
): readonly Problem[] {
  const { description, group, homepage, link, linkText } = fieldIds;
  const has = (id: string) => asked.some((field) => field.id === id);
  const texts = Object.values(typed.descriptions);
  const linkTexts = [typed.linkText, ...Object.values(typed.linkTexts ?? {})];
  const answers: readonly (readonly [string, readonly (string | undefined)[]])[] = [
    [description, texts],
    [homepage, [typed.homepage]],
    [link, [typed.link]],
    [linkText, linkTexts],
    [group, [typed.group]],
  ];
  const given = answers.filter(([, all]) => all.some((answer) => cleanAnswer(answer) !== ''));
  const names = asked.flatMap(({ kind, name }) => (kind === 'own' ? [name] : []));
  const own = Object.entries(typed.fields ?? {}).filter(
    ([name, value]) => !names.includes(name) && cleanAnswer(value) !== '',
  );
  const known = asked
    .filter(({ kind }) => !['consent', 'logo', 'logo-dark'].includes(kind))
    .map(({ id, name, kind }) => `“${kind === 'own' ? name : id}”`)
    .join(', ');
  return [...given.map(([id]) => id).filter((id) => !has(id)), ...own.map(([name]) => name)].map(
    (name) => problem('field-not-asked', name, { name: shorten(name, longestName), known }),
  );
}
