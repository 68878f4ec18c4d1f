import type * as z from 'zod';
import { refuse } from './texts.ts';

/** The most that is read of a form, in characters: as many as GitHub takes of an issue made from it. @internal for tests */
export const mostFormCharacters = 64 * 1024;

/** What of a configuration is written into its form. */
export interface FormParts {
  readonly pages: Readonly<Record<string, string>>;
  readonly project?: string | undefined;
  readonly label: string;
  readonly fields: Readonly<Record<string, NamedPart>>;
  readonly group?: AskedPart | undefined;
}

interface AskedPart {
  readonly label?: string | undefined;
  readonly choices?: readonly string[] | undefined;
}

interface NamedPart extends AskedPart {
  readonly homepage?: 'link' | AskedPart | undefined;
}

/** Upper bounds of what templates write beside the configuration's own words; a test compares them with the forms. */
const [ofForm, ofLocale, ofField, ofChoice] = [6_000, 1_600, 500, 12];

/** How often the project, the list and its label are written. */
const repetitions = 8;

/** Refuses a configuration whose form could be longer than that. */
export function refuseLargeForm(configuration: FormParts, context: z.RefinementCtx): void {
  const size = formSize(configuration);
  if (size <= mostFormCharacters) return;
  const values = { size, limit: mostFormCharacters };
  refuse(context, 'configuration-form-too-large', values, ['fields']);
}

/** How many characters the form of a configuration has at most. @internal for tests */
export function formSize({ pages, project = '', label, fields, group }: FormParts): number {
  const named = [project, label, ...Object.values(pages).slice(0, 1)];
  const homepages = Object.values(fields).flatMap(({ homepage }) =>
    typeof homepage === 'object' ? [homepage] : [],
  );
  const unnamed = [...homepages, ...(group ? [group] : [])].map((part) => ['', part] as const);
  const parts: readonly (readonly [string, AskedPart])[] = [...Object.entries(fields), ...unnamed];
  const sizes = parts.map(([name, { label: own = name, choices = [] }]) => {
    const offered = choices.map((choice) => ofChoice + escapedLength(choice));
    return ofField + escapedLength(name) + escapedLength(own) + sum(offered);
  });
  const words = repetitions * sum(named.map(escapedLength));
  return ofForm + words + ofLocale * Object.keys(pages).length + sum(sizes);
}

/** In YAML's double quotes an escape has up to six characters. */
function escapedLength(text: string): number {
  const isPlain = /^[ !#-[\]-~\u00a0-\u2027\u202a-\ud7ff]*$/.test(text);
  return text.length * (isPlain ? 1 : 6);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
