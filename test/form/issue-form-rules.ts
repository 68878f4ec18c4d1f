import * as z from 'zod';

/**
 * GitHub's rules for an issue form, from its documentation: “Syntax for issue forms”, “Syntax for GitHub's form
 * schema”, and “Common validation errors when creating issue forms”.
 */

const text = z.string().regex(/\S/);
const id = z.string().regex(/^[A-Za-z0-9_-]+$/);
const validations = z.strictObject({ required: z.boolean() });

/** Some words that attackers ask for are not permitted in the label of a field. */
const label = text.refine((words) => !/password|secret|token|credential/i.test(words));

const markdown = z.strictObject({
  type: z.literal('markdown'),
  attributes: z.strictObject({ value: text }),
});

const input = z.strictObject({
  type: z.literal('input'),
  id: id.optional(),
  attributes: z.strictObject({
    label,
    description: text.optional(),
    placeholder: text.optional(),
    value: text.optional(),
  }),
  validations: validations.optional(),
});

const textarea = z.strictObject({
  type: z.literal('textarea'),
  id: id.optional(),
  attributes: z.strictObject({ ...input.shape.attributes.shape, render: text.optional() }),
  validations: validations.optional(),
});

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  id: id.optional(),
  attributes: z.strictObject({
    label,
    description: text.optional(),
    options: z.array(z.strictObject({ label: text, required: z.boolean().optional() })).min(1),
  }),
});

/** “None” is what GitHub itself offers. */
const dropdown = z.strictObject({
  type: z.literal('dropdown'),
  id: id.optional(),
  attributes: z.strictObject({
    label,
    description: text.optional(),
    multiple: z.boolean().optional(),
    options: z
      .array(text.refine((option) => !/^none$/i.test(option)))
      .min(1)
      .refine(areDistinct),
  }),
  validations: validations.optional(),
});

function areDistinct(names: readonly (string | undefined)[]): boolean {
  return new Set(names).size === names.length;
}

/** The fields that our form uses; every label, of a field or of a box, is one of its own. */
export const issueFormRules = z.strictObject({
  name: text,
  description: text.max(200),
  title: text.optional(),
  labels: z.array(text).min(1).optional(),
  body: z
    .array(z.discriminatedUnion('type', [markdown, input, textarea, dropdown, checkboxes]))
    .refine((body) => body.some(({ type }) => type !== 'markdown'))
    .refine((body) => {
      const fields = body.filter((element) => element.type !== 'markdown');
      const boxes = fields.flatMap((field) =>
        field.type === 'checkboxes' ? field.attributes.options.map(({ label }) => label) : [],
      );
      return (
        areDistinct(fields.map(({ id }) => id)) &&
        areDistinct([...fields.map(({ attributes }) => attributes.label), ...boxes])
      );
    }),
});
