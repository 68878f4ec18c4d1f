import { fieldsOf } from '../../../src/form/issue-form.ts';
import type { Entry, List } from '../../../src/list/list.ts';
import type { Result } from '../../../src/problem/result.ts';
import { dataOf, differences } from './judge.ts';
import type { ListedRepository } from './listed-repository.ts';
import { entryNamed, refused, type Trial, trial } from './trial.ts';
import { shownAnswers } from './typed-answers.ts';

/** Fields that are no words of an entry's own. */
const others = ['company', 'group', 'logo', 'logo-dark', 'consent'];

/** Updates an entry with what it shows. */
export function giveOwnValues(repository: ListedRepository, list: List, entry: Entry): Trial {
  const answers = new Map(shownAnswers(entry, repository.configuration));
  for (const id of ['logo', 'logo-dark']) answers.delete(id);
  const updated = repository.submit(list, answers);
  if (!updated.ok) return refused(updated);
  const changed = differences(list.text, updated.value.text);
  return updated.value.text === list.text ? trial('unchanged') : trial('changed', ...changed);
}

/** Gives each field of an entry another value, and then its own again. */
export function changeAndBack(
  repository: ListedRepository,
  list: List,
  entry: Entry,
): readonly Trial[] {
  const own = shownAnswers(entry, repository.configuration);
  return [...own].flatMap(([id, answer]) => {
    const other = otherAnswer(repository, id, answer);
    if (other === undefined || others.includes(id)) return [];
    const give = (value: string) => (from: List) =>
      repository.submit(from, new Map([...only(own, 'company'), [id, value]]));
    return [thereAndBack(list, entry.company, give(other), give(answer))];
  });
}

/** Gives an entry another name, and then its own again. */
export function renameAndBack(repository: ListedRepository, list: List, entry: Entry): Trial {
  const [company, other] = [entry.company, 'Zebra Networks'];
  return thereAndBack(
    list,
    company,
    (from) => repository.rename(from, company, other),
    (from) => repository.rename(from, other, company),
  );
}

/** Asks for an entry that is there, with its name in other letters. */
export function addTwice(repository: ListedRepository, list: List, entry: Entry): Trial {
  const answers = new Map(shownAnswers(entry, repository.configuration));
  answers.set('company', ` ${entry.company.toUpperCase()}`);
  const added = repository.submit(list, answers);
  if (!added.ok) return refused(added);
  const isNoticed = added.value.entries.length === list.entries.length;
  return isNoticed ? trial('noticed') : trial('wrong', 'listed twice');
}

function thereAndBack(
  list: List,
  company: string,
  there: (from: List) => Result<List>,
  back: (from: List) => Result<List>,
): Trial {
  const changed = there(list);
  if (!changed.ok) return refused(changed);
  const beside = list.entries.filter((entry) => entry !== entryNamed(list, company)).map(dataOf);
  const left = new Set(changed.value.entries.map(dataOf));
  const isWrong =
    changed.value.entries.length !== list.entries.length || !beside.every((each) => left.has(each));
  if (isWrong) return trial('wrong', ...differences(list.text, changed.value.text));
  const again = back(changed.value);
  if (!again.ok) return refused(again);
  const differ = differences(list.text, again.value.text);
  return again.value.text === list.text ? trial('as it was') : trial('not as it was', ...differ);
}

function only(answers: ReadonlyMap<string, string>, id: string): [string, string][] {
  return [...answers].filter(([each]) => each === id);
}

/** Another answer that the form takes; nothing where there is none. */
function otherAnswer({ form }: ListedRepository, id: string, answer: string): string | undefined {
  if (answer === '') return undefined;
  const field = fieldsOf(form).find((each) => each.id === id);
  if (field?.type === 'dropdown') return field.choices.find((choice) => choice !== answer);
  const isAddress = id === 'homepage' || id === 'link' || /^https?:/.test(answer);
  return isAddress ? 'https://other.example/path' : 'Other words';
}
