import { guessEntry } from '../../command/guess-entry.ts';
import { formAddress } from '../../form/form-address.ts';
import type { Status } from '../../words/comment-content.ts';
import type { Situation } from './situation.ts';

/** The two ways for a company that asks in words of its own, with what could be read of these. */
export function formWanted({
  issue,
  snapshot,
  configuration,
}: Pick<Situation, 'issue' | 'snapshot' | 'configuration'>): Extract<
  Status,
  { kind: 'form-wanted' }
> {
  const { hasSeveral, ...guessed } = guessEntry(issue.title, issue.body, configuration);
  // Of several companies, nobody knows which words are whose.
  const { company = '…', description = '…', link = '…' } = hasSeveral ? {} : guessed;
  return {
    kind: 'form-wanted',
    ...(snapshot.form && {
      form: formAddress(snapshot.repository.url, hasSeveral ? {} : guessed),
    }),
    lines: `/poweredby add\ncompany: ${company}\ndescription: ${description}\nlink: ${link}`,
    hasSeveral,
  };
}
