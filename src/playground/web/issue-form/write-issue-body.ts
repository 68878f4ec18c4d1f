import type { FormField } from '../../../form/form-field.ts';
import { fieldsOf, type IssueForm } from '../../../form/issue-form.ts';
import type { Answers } from './answers.ts';

/** The body of an issue as GitHub writes it for a form: every answer under its label. */
export function writeIssueBody(form: IssueForm, answers: Answers): string {
  const sections = fieldsOf(form).map(
    (field) => `### ${field.label}\n\n${answerOf(field, answers.get(field.id) ?? [])}`,
  );
  return sections.join('\n\n');
}

function answerOf(field: FormField, given: readonly string[]): string {
  if (field.type === 'checkboxes') {
    const box = (index: number) => (given.includes(`${index}`) ? '[X]' : '[ ]');
    return (field.options ?? []).map(({ label }, index) => `- ${box(index)} ${label}`).join('\n');
  }
  const text = given.join(field.type === 'dropdown' ? ', ' : '\n').trim();
  if (field.type === 'textarea' && (field.render ?? '') !== '') {
    return `\`\`\`${field.render}\n${text}\n\`\`\``;
  }
  return text === '' ? '_No response_' : text;
}
