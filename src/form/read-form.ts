import { type Document, isNode } from 'yaml';
import * as z from 'zod';
import { readYaml } from '../config/read-yaml.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import { foldLabel } from './fold-label.ts';
import { type FormField, indispensableIds } from './form-field.ts';

/** What we need of a field; GitHub itself refuses a form whose other keys are wrong. */
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
  }),
  validations: z.object({ required: z.boolean().optional() }).nullish(),
});

const checkboxesSchema = z.array(
  z.object({ label: z.string(), required: z.boolean().default(false) }),
);

/**
 * Reads a repository's own issue form: maintainers may reword, translate, reorder it, and add fields.
 *
 * @returns the fields that take an answer, in their order, or every problem of the form. A problem of one field has
 *   that field's id as its `field`; others have none.
 */
export function readForm(text: string): Result<readonly FormField[]> {
  const file = readYaml(text, {
    tooLarge: 'form-too-large',
    tooDeep: 'form-too-deep',
    notYaml: 'form-not-yaml',
    alias: 'form-alias',
  });
  if (!file.ok) return file;
  const { document, lines } = file.value;
  const form = z.object({ body: z.array(z.unknown()) }).safeParse(document.toJS());
  if (!form.success) return failure(problem('form-without-body', ''));
  const lineOf = (index: number) => lines.linePos(positionOf(document, ['body', index])).line;
  return readFields(form.data.body, lineOf);
}

function positionOf(document: Document, path: readonly (string | number)[]): number {
  const node = document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function readFields(
  body: readonly unknown[],
  lineOf: (index: number) => number,
): Result<readonly FormField[]> {
  const fields: FormField[] = [];
  const problems: Problem[] = [];
  body.forEach((element, index) => {
    if (isMarkdown(element)) return;
    const field = readField(element, index);
    if (field === undefined) {
      problems.push(problem('form-field-unreadable', '', { line: lineOf(index) }));
      return;
    }
    fields.push(field);
  });
  problems.push(...problemsAmong(fields));
  return problems.length > 0 ? failure(...problems) : success(fields);
}

/** Text between the fields, which is not sent. */
function isMarkdown(element: unknown): boolean {
  return z.object({ type: z.literal('markdown') }).safeParse(element).success;
}

function readField(element: unknown, index: number): FormField | undefined {
  const parsed = fieldSchema.safeParse(element);
  if (!parsed.success) return undefined;
  const { id = `#${index}`, attributes, validations } = parsed.data;
  const { label, render } = attributes;
  const type = knownType(parsed.data.type);
  if (type === 'checkboxes') {
    const options = checkboxesSchema.safeParse(attributes.options);
    if (!options.success) return undefined;
    const required = options.data.some((option) => option.required);
    return { id, type, label, required, options: options.data };
  }
  const required = validations?.required ?? false;
  return { id, type, label, required, ...(render === undefined ? {} : { render }) };
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
    ...indispensableIds
      .filter((id) => !ids.includes(id))
      .map((id) => problem('form-field-missing', id, { id })),
  ];
}

/** What a list holds more than once, each named once. */
function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const name of names) (seen.has(name) ? again : seen).add(name);
  return [...again];
}
