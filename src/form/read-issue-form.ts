import { type Document, isNode } from 'yaml';
import * as z from 'zod';
import { readYaml } from '../config/read-yaml.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { foldLabel } from './body/fold-label.ts';
import type { FormField } from './form-field.ts';
import { type FormText, fieldsOf, type IssueForm, type ShownField } from './issue-form.ts';

/** A form as far as it can be read, and the problems for which GitHub would not show it. */
export interface IssueFormReading {
  readonly form: IssueForm;
  readonly problems: readonly Problem[];
  /** The line of each field, by its id, from 1. */
  readonly lines: ReadonlyMap<string, number>;
}

/** What is only shown. GitHub itself refuses a form in which such a key is wrong. */
const shown = z.string().catch('');

/** What we need of a field. */
const fieldSchema = z.object({
  type: z.string(),
  id: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
  attributes: z.object({
    label: z.string().refine((label) => foldLabel(label) !== ''),
    render: z.string().optional(),
    options: z.unknown().optional(),
    description: shown,
    placeholder: shown,
    value: shown,
    multiple: z.boolean().catch(false),
    default: z.int().optional().catch(undefined),
  }),
  validations: z.object({ required: z.boolean().optional(), accept: shown }).nullish(),
});

const textSchema = z.object({
  type: z.literal('markdown'),
  attributes: z.object({ value: shown }).catch({ value: '' }),
});

const choicesSchema = z.array(z.coerce.string()).catch([]);

const formSchema = z.object({
  name: shown,
  description: shown,
  title: shown,
  labels: z
    .union([z.array(z.string()), z.string().transform((labels) => labels.split(/\s*,\s*/))])
    .catch([]),
  body: z.array(z.unknown()),
});

const checkboxesSchema = z.array(
  z.object({ label: z.string(), required: z.boolean().default(false) }),
);

/**
 * Reads any issue form, as GitHub shows it.
 *
 * @returns what can be read of it and the problems of its fields; or why it cannot be read at all
 */
export function readIssueForm(text: string): Result<IssueFormReading> {
  const file = readYaml(text, {
    tooLarge: 'form-too-large',
    tooDeep: 'form-too-deep',
    notYaml: 'form-not-yaml',
    alias: 'form-alias',
  });
  if (!file.ok) return file;
  const { document, lines } = file.value;
  const parsed = formSchema.safeParse(document.toJS());
  if (!parsed.success) return failure(problem('form-without-body', ''));
  const { body, ...head } = parsed.data;
  const elements: (ShownField | FormText)[] = [];
  const unreadable: Problem[] = [];
  const linesOfFields = new Map<string, number>();
  for (const [index, value] of body.entries()) {
    const element = readText(value) ?? readField(value, index);
    const { line } = lines.linePos(positionOf(document, ['body', index]));
    if (element) elements.push(element);
    else unreadable.push(problem('form-field-unreadable', '', { line }));
    if (element && 'id' in element) linesOfFields.set(element.id, line);
  }
  const form = { ...head, elements };
  const problems = [...unreadable, ...problemsAmong(fieldsOf(form))];
  return success({ form, problems, lines: linesOfFields });
}

function positionOf(document: Document, path: readonly (string | number)[]): number {
  const node = document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function readText(element: unknown): FormText | undefined {
  const { data } = textSchema.safeParse(element);
  return data && { type: data.type, value: data.attributes.value };
}

function readField(element: unknown, index: number): ShownField | undefined {
  const parsed = fieldSchema.safeParse(element);
  if (!parsed.success) return undefined;
  const { id = `#${index}`, attributes, validations } = parsed.data;
  const { label, render, options, description, placeholder, value } = attributes;
  const type = knownType(parsed.data.type);
  const read = {
    id,
    type,
    label,
    required: validations?.required ?? false,
    description,
    placeholder,
    value,
    choices: type === 'dropdown' ? choicesSchema.parse(options) : [],
    isMultiple: attributes.multiple,
    chosen: attributes.default,
    accept: validations?.accept ?? '',
  };
  if (type !== 'checkboxes') return { ...read, ...(render === undefined ? {} : { render }) };
  const boxes = checkboxesSchema.safeParse(options);
  if (!boxes.success) return undefined;
  return { ...read, required: boxes.data.some((box) => box.required), options: boxes.data };
}

/** GitHub may learn new types; whatever they are, their answer is text under a heading. */
function knownType(type: string): FormField['type'] {
  switch (type) {
    case 'input':
    case 'dropdown':
    case 'checkboxes':
    case 'upload':
      return type;
    default:
      return 'textarea';
  }
}

function problemsAmong(fields: readonly FormField[]): Problem[] {
  const ids = fields.map(({ id }) => id);
  const labels = fields.map(({ label }) => foldLabel(label));
  return [
    ...repeated(ids).map((id) => problem('form-id-twice', id, { id })),
    ...repeated(labels).map((label) => problem('form-label-twice', '', { label })),
  ];
}

/** What a list holds more than once, each named once. */
function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const name of names) (seen.has(name) ? again : seen).add(name);
  return [...again];
}
