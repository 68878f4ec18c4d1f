import { createReadStream } from 'node:fs';
import { type Checkout, readText } from '../checkout/checkout.ts';
import type { Configuration } from '../config/configuration.ts';
import type { FormField } from '../form/form-field.ts';
import { readForm } from '../form/read-form.ts';
import { readSubmissionForm } from '../form/read-submission-form.ts';
import { formPath, writeForm } from '../form/write-form.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import type { SubmissionFields } from '../submission/submission-fields.ts';
import { readTemplate } from '../templates.ts';

/** The options of `add` and `update`. */
export interface EntryOptions {
  readonly dir: string;
  readonly form?: string;
  readonly company?: string;
  readonly description?: string;
  readonly link?: string;
  readonly linkText?: string;
  readonly text?: Readonly<Record<string, string>>;
  readonly logo?: string;
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
  /** What the form alone can tell, to be reported beside the problems of the fields. */
  readonly problems: readonly Problem[];
}

/** More than any form or logo may have, so that a wrong file is not read whole. */
const mostBytes = 6 * 1024 * 1024;

/** Reads the form or the options, and the logo's file. */
export async function readEntryInput(
  options: EntryOptions,
  checkout: Checkout,
  configuration: Configuration,
): Promise<Result<EntryInput>> {
  const logo = options.logo === undefined ? undefined : await readGiven(options.logo, 'logo');
  const typed =
    options.form === undefined
      ? success<EntryInput>({
          fields: fieldsOf(options, configuration),
          isForm: false,
          problems: [],
        })
      : await readFormInput(options.form, options, checkout, configuration);
  const problems = [logo, typed].flatMap((part) => (part?.ok === false ? part.problems : []));
  if (!typed.ok || logo?.ok === false) return failure(...problems);
  return success({ ...typed.value, ...(logo && { logo: logo.value }) });
}

function fieldsOf(options: EntryOptions, { sourceLocale }: Configuration): SubmissionFields {
  const { company, description, link, linkText, text } = options;
  return { company, link, linkText, descriptions: { [sourceLocale]: description, ...text } };
}

async function readFormInput(
  file: string,
  { logo, text }: EntryOptions,
  checkout: Checkout,
  configuration: Configuration,
): Promise<Result<EntryInput>> {
  const [body, form] = [await readGiven(file, 'form'), await readFormOf(checkout, configuration)];
  const problems = [body, form].flatMap((part) => (part.ok ? [] : part.problems));
  if (!body.ok || !form.ok) return failure(...problems);
  const read = readSubmissionForm(new TextDecoder().decode(body.value), form.value, configuration, {
    logoGiven: logo !== undefined,
  });
  const descriptions = { ...read.fields.descriptions, ...text };
  return success({
    fields: { ...read.fields, descriptions },
    isForm: true,
    problems: read.problems,
    ...(read.logo !== undefined && { logoAddress: read.logo }),
  });
}

/** The form of the repository itself, whose labels its maintainers may have reworded; else the one we would write. */
async function readFormOf(
  checkout: Checkout,
  configuration: Configuration,
): Promise<Result<readonly FormField[]>> {
  const file = await readText(checkout, formPath);
  if (file !== undefined && file !== 'not-text') return readForm(file.text);
  return readForm(
    writeForm(readTemplate(`${configuration.language}/issue-form.yml`), configuration),
  );
}

/** The bytes of a file that an option names; `-` is standard input. */
async function readGiven(file: string, option: string): Promise<Result<Uint8Array>> {
  try {
    const stream = file === '-' ? process.stdin : createReadStream(file);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) break;
    }
    return success(Buffer.concat(chunks));
  } catch {
    return failure(problem('file-missing', option, { file, option }));
  }
}
