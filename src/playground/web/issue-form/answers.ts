import { fieldsOf, type IssueForm } from '../../../form/issue-form.ts';

/** What was filled in: a field's id to its texts; of a choice, what was chosen; of boxes, the numbers of those checked. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** What a form begins with: its own values, then those that the page's address gives by the fields' ids. */
export function firstAnswers(form: IssueForm, given: URLSearchParams): Answers {
  return new Map(
    fieldsOf(form).map((field) => {
      const named = given.getAll(field.id);
      if (named.length > 0) return [field.id, named];
      if (field.type === 'dropdown' && field.chosen !== undefined) {
        return [field.id, field.choices.slice(field.chosen, field.chosen + 1)];
      }
      const isText = field.type === 'input' || field.type === 'textarea';
      return [field.id, isText && field.value !== '' ? [field.value] : []];
    }),
  );
}

/** What was sent. Line breaks become `\n`. */
export function sentAnswers(form: IssueForm, sent: FormData): Answers {
  const texts = (id: string) =>
    sent
      .getAll(`field:${id}`)
      .filter((value) => typeof value === 'string')
      .map((value) => value.replace(/\r\n?/g, '\n'));
  return new Map(fieldsOf(form).map(({ id }) => [id, texts(id)]));
}

/** What GitHub would not take: a sentence for each field that lacks its answer. */
export function lacking(form: IssueForm, answers: Answers): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const field of fieldsOf(form)) {
    const given = answers.get(field.id) ?? [];
    if (field.type === 'checkboxes') {
      const isMissing = field.options?.some(
        (box, index) => box.required && !given.includes(`${index}`),
      );
      if (isMissing) found.set(field.id, 'Select the boxes that are marked as required.');
    } else if (field.required && given.join('').trim() === '') {
      const verb = field.type === 'dropdown' ? 'Choose something.' : 'Fill this in.';
      found.set(field.id, field.type === 'upload' ? 'Add a file.' : verb);
    }
  }
  return found;
}
