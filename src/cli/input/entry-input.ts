import { type Checkout, readText } from '../../checkout/checkout.ts';
import type { Configuration } from '../../config/configuration.ts';
import type { FormField } from '../../form/form-field.ts';
import { mostBodyBytes } from '../../form/read-body.ts';
import { readForm } from '../../form/read-form.ts';
import { readSubmissionForm } from '../../form/read-submission-form.ts';
import { formPath } from '../../form/write-form.ts';
import { logoLimits } from '../../logo/limits.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { indispensableIds } from '../../submission/asked-fields.ts';
import type { SubmissionFields } from '../../submission/submission-fields.ts';
import { writtenForm } from '../../written-form.ts';
import { configuredLocale } from './configured-locale.ts';
import { fieldsOfValues, readValues } from './given-values.ts';
import { mergeFields } from './merge-fields.ts';
import { readGiven } from './read-given.ts';

/** The options of `add` and `update`. */
export interface EntryOptions {
  readonly dir: string;
  readonly form?: string;
  readonly company?: string;
  readonly description?: string;
  readonly link?: string;
  readonly homepage?: string;
  readonly group?: string;
  /** By the list's own names, or by roles. */
  readonly field?: Readonly<Record<string, string>>;
  /** A file with the same. */
  readonly values?: string;
  /** By locale; the source locale's is under the empty name. */
  readonly linkText?: Readonly<Record<string, string>>;
  readonly text?: Readonly<Record<string, string>>;
  readonly logo?: string;
  readonly logoDark?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** What was asked for on the command line, as typed. */
export interface EntryInput {
  readonly fields: SubmissionFields;
  readonly isForm: boolean;
  /** The picture that `--logo` names. */
  readonly logo?: Uint8Array;
  /** The address of the picture in the form, where `--logo` names none. */
  readonly logoAddress?: string;
  /** The same for dark pages: what `--logo-dark` names, and the address in the form. */
  readonly darkLogo?: Uint8Array;
  readonly darkLogoAddress?: string;
  /** What only the form can tell, reported together with the problems of the fields. */
  readonly problems: readonly Problem[];
  /** The ids of the form's fields whose headings are missing. */
  readonly missing: readonly string[];
}

/** Reads the form or the options, and the logo's file. */
export async function readEntryInput(
  options: EntryOptions,
  checkout: Checkout,
  configuration: Configuration,
): Promise<Result<EntryInput>> {
  const logo = options.logo === undefined ? undefined : await readLogo(options.logo, 'logo');
  const darkLogo =
    options.logoDark === undefined ? undefined : await readLogo(options.logoDark, 'logo-dark');
  const unread = [logo, darkLogo].flatMap((each) => (each?.ok === false ? each.problems : []));
  const typed =
    options.form === undefined
      ? await readOptions(options, configuration)
      : await readFormInput(options.form, options, checkout, configuration);
  if (!typed.ok) return failure(...typed.problems, ...unread);
  return success({
    ...typed.value,
    ...(logo?.ok && { logo: logo.value }),
    ...(darkLogo?.ok && { darkLogo: darkLogo.value }),
    problems: [...typed.value.problems, ...unread],
  });
}

/** A picture's bytes, or that it is too large to be read. */
async function readLogo(file: string, option: string): Promise<Result<Uint8Array>> {
  const read = await readGiven(file, option);
  if (!read.ok) return read;
  const { bytes, size } = read.value;
  if (bytes.length === size) return success(bytes);
  const megabytes = (size / 1024 ** 2).toFixed(1);
  const limit = logoLimits.bytes / 1024 ** 2;
  return failure(problem('logo-too-many-bytes', option, { megabytes, limit }));
}

/** What options and a file of values say together; what is said twice is a problem. */
async function readOptions(
  options: EntryOptions,
  configuration: Configuration,
): Promise<Result<EntryInput>> {
  const { field = {}, values: file } = options;
  const read = file === undefined ? success([]) : await readValues(file, configuration);
  if (!read.ok) return read;
  const own = Object.entries(field).map(([key, value]) => ({ key, value }));
  const values = [...own, ...read.value];
  const given = fieldsOfValues(values, file === undefined ? 'field' : 'values', configuration);
  const merged = mergeFields(fieldsOf(options, configuration), given.fields);
  const twice = merged.twice.map((name) => problem('value-twice', name, { name }));
  const problems = [...describedTwice(options, configuration), ...given.problems, ...twice];
  return success({ fields: merged.fields, isForm: false, problems, missing: [] });
}

function fieldsOf(options: EntryOptions, configuration: Configuration): SubmissionFields {
  const { company, description, link, homepage, group, linkText, text } = options;
  const descriptions = {
    [configuration.sourceLocale]: description,
    ...byLocale(text, configuration),
  };
  const { '': own, ...others } = linkText ?? {};
  const { [configuration.sourceLocale]: source, ...linkTexts } = byLocale(others, configuration);
  const address = { link, homepage, group };
  return { company, ...address, linkText: own ?? source, linkTexts, descriptions };
}

/** The source locale's text may be given as a description or as a text, not as both. */
function describedTwice(
  { description, text }: EntryOptions,
  configuration: Configuration,
): readonly Problem[] {
  const { sourceLocale } = configuration;
  const isTwice = description !== undefined && sourceLocale in byLocale(text, configuration);
  return isTwice ? [problem('description-twice', 'text', { locale: sourceLocale })] : [];
}

/** Texts under the locales as the configuration writes them: `pt-br` means `pt-BR`. */
function byLocale(
  texts: Readonly<Record<string, string>> = {},
  { locales }: Configuration,
): Record<string, string> {
  const named = Object.entries(texts).map(([locale, text]) => [
    configuredLocale(locale, locales),
    text,
  ]);
  return Object.fromEntries(named);
}

async function readFormInput(
  file: string,
  { logo, text }: EntryOptions,
  checkout: Checkout,
  configuration: Configuration,
): Promise<Result<EntryInput>> {
  const body = await readGiven(file, 'form', true);
  const form = await readFormOf(checkout, configuration);
  const problems = [body, form].flatMap((part) => (part.ok ? [] : part.problems));
  if (!body.ok || !form.ok) return failure(...problems);
  const { bytes, size } = body.value;
  if (size > mostBodyBytes) {
    return failure(problem('form-body-too-large', '', { size, limit: mostBodyBytes }));
  }
  const read = readSubmissionForm(new TextDecoder().decode(bytes), form.value, configuration, {
    logoGiven: logo !== undefined,
  });
  const descriptions = { ...read.fields.descriptions, ...byLocale(text, configuration) };
  return success({
    fields: { ...read.fields, descriptions },
    isForm: true,
    problems: read.problems,
    missing: read.missing,
    ...(read.logo !== undefined && { logoAddress: read.logo }),
    ...(read.darkLogo !== undefined && { darkLogoAddress: read.darkLogo }),
  });
}

/** The form of the repository itself, whose labels its maintainers may have reworded; else the one we would write. */
async function readFormOf(
  checkout: Checkout,
  configuration: Configuration,
): Promise<Result<readonly FormField[]>> {
  const file = await readText(checkout, formPath);
  const isThere = file !== undefined && file !== 'not-text';
  const text = isThere ? file.text : writtenForm(configuration);
  return readForm(text, indispensableIds(configuration));
}
