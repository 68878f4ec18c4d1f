import * as z from 'zod';
import { parseYaml, type YamlFault } from '../../../config/read-yaml.ts';

/** What every field of a form has. */
interface FieldBase {
  /** Its `id`, by which an address fills it in; where the form gives none, its place. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly isRequired: boolean;
}

/** A field in which one writes. */
export interface TextField extends FieldBase {
  readonly type: 'input' | 'textarea';
  readonly placeholder: string;
  /** What stands in it at the beginning. */
  readonly value: string;
  /** The language of the code block that is made of the answer; empty for none. */
  readonly render: string;
}

export interface DropdownField extends FieldBase {
  readonly type: 'dropdown';
  readonly options: readonly string[];
  readonly isMultiple: boolean;
  /** The option that is chosen at the beginning, counted from 0. */
  readonly chosen: number | undefined;
}

export interface CheckboxesField extends FieldBase {
  readonly type: 'checkboxes';
  readonly options: readonly { readonly label: string; readonly isRequired: boolean }[];
}

export interface UploadField extends FieldBase {
  readonly type: 'upload';
  /** As `.png,.svg`; empty for whatever GitHub takes. */
  readonly accept: string;
}

/** Words between the fields. */
export interface Words {
  readonly type: 'markdown';
  readonly value: string;
}

export type FormField = TextField | DropdownField | CheckboxesField | UploadField;

/** A repository's issue form, as GitHub shows it. */
export interface IssueForm {
  readonly name: string;
  readonly description: string;
  /** What an issue's title begins as. */
  readonly title: string;
  readonly labels: readonly string[];
  readonly elements: readonly (FormField | Words)[];
}

const text = z.string().default('');
const common = { label: z.string(), description: text };
const validations = z.object({ required: z.boolean().default(false) }).default({ required: false });
const id = z.string().optional();

const element = z.discriminatedUnion('type', [
  z.object({ type: z.literal('markdown'), attributes: z.object({ value: z.string() }) }),
  z.object({
    type: z.enum(['input', 'textarea']),
    id,
    validations,
    attributes: z.object({ ...common, placeholder: text, value: text, render: text }),
  }),
  z.object({
    type: z.literal('dropdown'),
    id,
    validations,
    attributes: z.object({
      ...common,
      options: z.array(z.coerce.string()),
      multiple: z.boolean().default(false),
      default: z.number().optional(),
    }),
  }),
  z.object({
    type: z.literal('checkboxes'),
    id,
    attributes: z.object({
      ...common,
      options: z.array(z.object({ label: z.string(), required: z.boolean().default(false) })),
    }),
  }),
  z.object({
    type: z.literal('upload'),
    id,
    validations: z
      .object({ required: z.boolean().default(false), accept: text })
      .default({ required: false, accept: '' }),
    attributes: z.object(common),
  }),
]);

const schema = z.object({
  name: z.string(),
  description: text,
  title: text,
  labels: z
    .union([z.array(z.string()), z.string().transform((labels) => labels.split(/\s*,\s*/))])
    .default([]),
  body: z.array(element),
});

/** Reads a form. @returns what is wrong with it, as a sentence, where GitHub would not show it */
export function readIssueForm(source: string): IssueForm | { readonly complaint: string } {
  const file = parseYaml(source);
  if ('kind' in file) return { complaint: complaintOf(file) };
  try {
    const form = schema.parse(file.document.toJS());
    const { name, description, title, labels } = form;
    return { name, description, title, labels, elements: form.body.map(readElement) };
  } catch (error) {
    if (error instanceof z.ZodError) return { complaint: z.prettifyError(error) };
    return { complaint: error instanceof Error ? error.message : String(error) };
  }
}

function complaintOf({ values: { line, reason } }: YamlFault): string {
  return `${line === undefined ? 'It is too large' : `Line ${line}: ${reason ?? 'it is nested too deep'}`}.`;
}

function readElement(read: z.output<typeof element>, place: number): FormField | Words {
  if (read.type === 'markdown') return { type: 'markdown', value: read.attributes.value };
  const { label, description } = read.attributes;
  const base = { id: read.id ?? `field-${place}`, label, description };
  switch (read.type) {
    case 'checkboxes': {
      const options = read.attributes.options.map((option) => ({
        label: option.label,
        isRequired: option.required,
      }));
      const isRequired = options.some((option) => option.isRequired);
      return { type: 'checkboxes', ...base, isRequired, options };
    }
    case 'dropdown': {
      const { options, multiple: isMultiple, default: chosen } = read.attributes;
      const isRequired = read.validations.required;
      return { type: 'dropdown', ...base, isRequired, options, isMultiple, chosen };
    }
    case 'upload': {
      const { required: isRequired, accept } = read.validations;
      return { type: 'upload', ...base, isRequired, accept };
    }
    default: {
      const { placeholder, value, render } = read.attributes;
      const isRequired = read.validations.required;
      return { type: read.type, ...base, isRequired, placeholder, value, render };
    }
  }
}
