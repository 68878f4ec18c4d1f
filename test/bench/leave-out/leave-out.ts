import type { Entry, List } from '../../../src/list/list.ts';
import { dataOf, differences, hasOneMore, isInsertion, sourceOf, wrongAddition } from './judge.ts';
import type { ListedRepository } from './listed-repository.ts';
import { entryNamed, refused, type Trial, trial } from './trial.ts';
import { typedAnswers } from './typed-answers.ts';

/** Removes an entry, adds it again as a person would who has it before their eyes, and compares. */
export function leaveOut(repository: ListedRepository, list: List, entry: Entry): Trial {
  const removed = repository.remove(list, entry.company);
  if (!removed.ok) return refused(removed);
  const without = removed.value;
  const left = differences(list.text, without.text);
  // An empty list in YAML has to say so, as has an empty group.
  const isLast = !without.entries.some(({ group }) => group === entry.group);
  if (!isLast && !isInsertion(without.text, list.text)) {
    return trial('wrong', 'removed too much', ...left);
  }
  if (!hasOneMore(list, without)) return trial('wrong', 'removed another', ...left);
  const answers = typedAnswers(entry, list, repository.configuration);
  const added = repository.submit(without, answers);
  if (!added.ok) return refused(added);
  const wrong = wrongAddition(without, added.value);
  if (wrong !== undefined) {
    return trial('wrong', wrong, ...differences(without.text, added.value.text));
  }
  const again = entryNamed(added.value, entry.company);
  if (again === undefined) return trial('wrong', 'not found by its name');
  return compared(list, entry, added.value, again);
}

/** The new entry beside the old one. How a logo's file is called is no matter of how a list is written. */
function compared(list: List, entry: Entry, after: List, again: Entry): Trial {
  const { logo, darkLogo = '' } = entry;
  const withOwnLogos = (text: string) => {
    const renamed = again.logo === '' ? text : text.replaceAll(again.logo, logo);
    return again.darkLogo === undefined ? renamed : renamed.replaceAll(again.darkLogo, darkLogo);
  };
  const theirs = sourceOf(list, entry);
  const ours = withOwnLogos(sourceOf(after, again));
  if (withOwnLogos(after.text) === list.text) return trial('whole list the same');
  if (ours === theirs) return trial('entry the same, place other');
  const details = differences(theirs, ours);
  if (withoutBlanks(ours) === withoutBlanks(theirs)) {
    return trial('entry the same but for blanks', ...details);
  }
  const isSame = dataOf({ ...again, logo }) === dataOf({ ...entry, logo });
  return trial(isSame ? 'entry differs' : 'entry says something else', ...details);
}

function withoutBlanks(source: string): string {
  return source.replace(/\s+/g, '');
}
