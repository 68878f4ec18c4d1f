import type { FormField } from '../../src/form/form-field.ts';

/** The body of an issue as GitHub writes it for a form: every field under its label, in the form's order. */
export function writeIssue(
  fields: readonly FormField[],
  answers: Readonly<Record<string, string>>,
  lineBreak: '\n' | '\r\n' = '\n',
): string {
  const sections = fields.map((field) => `### ${field.label}\n\n${written(field, answers)}`);
  return sections.join('\n\n').replaceAll('\n', lineBreak);
}

function written(field: FormField, answers: Readonly<Record<string, string>>): string {
  const answer = answers[field.id] ?? '';
  if (field.type === 'checkboxes') {
    return (field.options ?? [])
      .map(({ label }) => `- [${answer.includes(label) ? 'X' : ' '}] ${label}`)
      .join('\n');
  }
  if (field.render !== undefined) return `\`\`\`${field.render}\n${answer}\n\`\`\``;
  return answer === '' ? '_No response_' : answer;
}
