import * as z from 'zod';
import { fieldRoles } from '../configuration.ts';
import { line, refuse } from './texts.ts';

/** GitHub refuses a form that offers one answer twice. */
const choices = z
  .array(line)
  .min(1)
  .max(100)
  .superRefine((all, context) => {
    const twice = all.find((choice, index) => all.indexOf(choice) < index);
    if (twice !== undefined) refuse(context, 'configuration-choice-twice', { choice: twice });
  });

const homepage = z.strictObject({
  required: z.boolean().optional().describe('Whether every entry has the link'),
  label: line.optional().describe('What the form calls it'),
});

const field = z.strictObject({
  role: z.enum(fieldRoles).describe('What the field says of an organization'),
  homepage: z
    .union([z.literal('link'), homepage])
    .optional()
    .describe('Of a name: that it is a link to the organization’s homepage'),
  required: z.boolean().optional().describe('Whether every entry has it'),
  choices: choices.optional().describe('The only values that it takes'),
  multiple: z
    .boolean()
    .optional()
    .describe('Whether companies may choose several, or give several links for a homepage'),
  label: line.optional().describe('What the form calls it, if not by its own name'),
});

/** What it says of all of them, by the list's own names. */
export const fields = z
  .record(line, field)
  .superRefine((all, context) => {
    const hasOwn = Object.values(all).some(({ role }) => role === 'homepage');
    for (const [name, { role, homepage }] of Object.entries(all)) {
      if (typeof homepage !== 'object' || (role === 'name' && !hasOwn)) continue;
      refuse(context, 'configuration-homepage-not-in-name', {}, [name, 'homepage']);
    }
  })
  .describe('The columns or keys of the list, in its own words');

/** What it says of a list in parts. */
export const group = z
  .strictObject({
    label: line.optional().describe('What the form asks'),
    choices: choices.optional().describe('The parts that the form offers'),
  })
  .describe('Of a list in parts with a heading or key of their own: companies choose one');
