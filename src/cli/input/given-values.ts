import { isMap, isScalar, isSeq } from 'yaml';
import { fieldOfKey } from '../../command/field-of-key.ts';
import type { Configuration } from '../../config/configuration.ts';
import { readYaml } from '../../config/read-yaml.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { descriptionId, fieldIds, linkTextId } from '../../submission/field-ids.ts';
import type { SubmissionFields } from '../../submission/submission-fields.ts';
import { typedFields } from '../../submission/typed-fields.ts';
import { configuredLocale } from './configured-locale.ts';
import { readGiven } from './read-given.ts';

/** A value, and what it is the value of: a role, or the list's own name. */
export interface GivenValue {
  readonly key: string;
  readonly value: string;
}

/** Values as a submission, and what is wrong with how they were given. */
export interface GivenFields {
  readonly fields: SubmissionFields;
  readonly problems: readonly Problem[];
}

/** Roles that people call otherwise in a form. */
const roleIds: Readonly<Record<string, string>> = {
  name: fieldIds.company,
  text: fieldIds.description,
};

/**
 * Makes a submission of values. What the configuration does not name is a column or key by the list's own name.
 *
 * @param option by which they were given, for problems
 */
export function fieldsOfValues(
  values: readonly GivenValue[],
  option: string,
  configuration: Configuration,
): GivenFields {
  const answers = new Map<string, string>();
  const own = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { key, value } of values) {
    const id = idOf(key, configuration);
    const [target, name] = id === undefined ? [own, key] : [answers, id];
    if (target.has(name)) problems.push(problem('value-twice', option, { name: key }));
    else if (id === fieldIds.logo || id === fieldIds.darkLogo)
      problems.push(problem('value-for-logo', option, { name: key }));
    else target.set(name, value);
  }
  const fields = typedFields(Object.fromEntries(answers), configuration);
  const all = [...Object.entries(fields.fields ?? {}), ...own];
  return {
    fields: { ...fields, ...(all.length > 0 && { fields: Object.fromEntries(all) }) },
    problems,
  };
}

function idOf(key: string, configuration: Configuration): string | undefined {
  const role = key.trim().toLowerCase();
  const known = fieldOfKey(key, configuration);
  if (known !== undefined || !Object.hasOwn(roleIds, role)) return known;
  return fieldOfKey(roleIds[role] ?? '', configuration);
}

/** Reads the values in a YAML or JSON file. A text, or the text of a link, may be a mapping of locales. */
export async function readValues(
  file: string,
  configuration: Configuration,
): Promise<Result<readonly GivenValue[]>> {
  const given = await readGiven(file, 'values', true);
  if (!given.ok) return given;
  const read = readYaml(new TextDecoder().decode(given.value.bytes), {
    tooLarge: 'values-too-large',
    tooDeep: 'values-too-deep',
    notYaml: 'values-not-yaml',
    alias: 'values-alias',
  });
  if (!read.ok) return failure(...read.problems.map((each) => ({ ...each, field: 'values' })));
  const { contents } = read.value.document;
  if (!isMap(contents)) return failure(problem('values-not-a-mapping', 'values'));
  const values: GivenValue[] = [];
  const problems: Problem[] = [];
  for (const { key, value } of contents.items) {
    const name = textOf(key) ?? '';
    const found = valuesIn(name, value, configuration);
    if (found === undefined) problems.push(problem('value-not-text', 'values', { name }));
    else if (found.ok) values.push(...found.value);
    else problems.push(...found.problems);
  }
  return problems.length > 0 ? failure(...problems) : success(values);
}

function valuesIn(
  key: string,
  value: unknown,
  configuration: Configuration,
): Result<readonly GivenValue[]> | undefined {
  const text = textOf(value);
  if (text !== undefined) return success([{ key, value: text }]);
  const { sourceLocale, locales } = configuration;
  const id = idOf(key, configuration);
  const isText = id === fieldIds.description || id === fieldIds.linkText;
  if (!isMap(value) || !isText) return undefined;
  const idIn = id === fieldIds.description ? descriptionId : linkTextId;
  const byLocale = value.items.map((pair) => ({
    locale: configuredLocale(textOf(pair.key) ?? '', locales),
    value: textOf(pair.value),
  }));
  const known = locales.join(', ');
  const unknown = byLocale.filter(({ locale }) => !locales.includes(locale));
  if (unknown.length > 0) {
    const problems = unknown.map(({ locale }) =>
      problem('description-locale-unknown', 'values', { locale, known }),
    );
    return failure(...problems);
  }
  const given = byLocale.map(({ locale, value }) => ({ key: idIn(locale, sourceLocale), value }));
  const areTexts = given.every((each): each is GivenValue => each.value !== undefined);
  return areTexts ? success(given) : undefined;
}

/** What a value is as it is written in the file: `1.10` and `2021` are no numbers to us. */
function textOf(node: unknown): string | undefined {
  if (node === null) return '';
  if (isSeq(node)) {
    const items = node.items.map(textOf);
    return items.includes(undefined) ? undefined : items.join(', ');
  }
  if (!isScalar(node)) return undefined;
  if (node.value === null) return '';
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}
