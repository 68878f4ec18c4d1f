import { guessEntry } from '../../command/guess-entry.ts';
import { lineKeys } from '../../command/line-keys.ts';
import { formAddress } from '../../form/form-address.ts';
import { type AskedField, askedFields } from '../../submission/asked-fields.ts';
import { fieldIds } from '../../submission/field-ids.ts';
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
  const { hasSeveral, others, ...guessed } = guessEntry(issue.title, issue.body, configuration);
  const fields = askedFields(configuration);
  const pageId = fields.find(({ kind }) => kind === 'link' || kind === 'homepage')?.id;
  const { company, link, description } = guessed;
  // Of several companies, nobody knows which words are whose.
  const answers = new Map(
    hasSeveral
      ? []
      : [
          [fieldIds.company, company],
          [pageId, link],
          [fieldIds.description, description],
          ...Object.entries(others ?? {}),
        ],
  );
  const shortFirst = fields.toSorted((one, other) => rank(one) - rank(other));
  const given = shortFirst.flatMap(({ id, choices }) => {
    const answer = answers.get(id);
    // GitHub fills in fields of text alone.
    return answer === undefined || choices.length > 0 ? [] : [[id, answer]];
  });
  const lines = lineKeys(configuration).map(({ id, key }) => `${key}: ${answers.get(id) ?? '…'}`);
  const prefill = Object.fromEntries(given);
  return {
    kind: 'form-wanted',
    ...(snapshot.form && { form: formAddress(snapshot.repository.url, prefill) }),
    lines: ['/poweredby add', ...lines].join('\n'),
    hasSeveral,
    ...(fields.some(({ kind }) => kind === 'logo') ? {} : { hasNoLogo: true }),
  };
}

/** A long text may leave no room for what comes after it. */
function rank({ kind }: AskedField): number {
  return kind === 'text' ? 1 : 0;
}
