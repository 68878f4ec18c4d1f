import { fieldIds } from '../../submission/field-ids.ts';
import type { SubmissionFields } from '../../submission/submission-fields.ts';

type Texts = Readonly<Record<string, string | undefined>>;

/** Fields from two places, and the names of what both of them say. */
export interface MergedFields {
  readonly fields: SubmissionFields;
  readonly twice: readonly string[];
}

/** Puts together what was given in two ways. */
export function mergeFields(one: SubmissionFields, other: SubmissionFields): MergedFields {
  const plain = ['company', 'link', 'linkText', 'homepage', 'group'] as const;
  const maps = ['descriptions', 'linkTexts', 'fields'] as const;
  const ids = { descriptions: fieldIds.description, linkTexts: fieldIds.linkText, fields: '' };
  const twice = [
    ...plain.filter((key) => one[key] !== undefined && other[key] !== undefined),
    ...maps.flatMap((key) => bothIn(one[key], other[key]).map((name) => ids[key] || name)),
  ];
  const values = plain.flatMap((key) => {
    const value = one[key] ?? other[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return {
    fields: {
      ...Object.fromEntries(values),
      descriptions: merge(one.descriptions, other.descriptions),
      linkTexts: merge(one.linkTexts, other.linkTexts),
      fields: merge(one.fields, other.fields),
    },
    twice,
  };
}

function given(texts: Texts = {}): [string, string | undefined][] {
  return Object.entries(texts).filter(([, text]) => text !== undefined);
}

function bothIn(one: Texts | undefined, other: Texts | undefined): readonly string[] {
  const names = given(other).map(([name]) => name);
  return given(one).flatMap(([name]) => (names.includes(name) ? [name] : []));
}

function merge(one: Texts | undefined, other: Texts | undefined): Texts {
  return Object.fromEntries([...given(other), ...given(one)]);
}
