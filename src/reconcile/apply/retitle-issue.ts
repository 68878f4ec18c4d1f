import { listName } from '../../config/list-name.ts';
import type { Change } from '../../github/changes/change.ts';
import { templatesFor } from '../../templates.ts';
import { shorten } from '../../text/shorten.ts';
import type { Status } from '../../words/comment-content.ts';
import { breakDirectives } from '../../words/defuse.ts';
import { fillTemplate } from '../../words/fill-template.ts';
import type { Situation } from '../decide/situation.ts';
import { formTitleOf } from '../observe/form-fields.ts';

/** GitHub takes 256 characters. */
const longestTitle = 256;

/** Names the company in the title of its issue, where that is still the form's own: nobody edits a prefilled title. */
export function retitleIssue(status: Status, situation: Situation): readonly Change[] {
  const company = 'company' in status ? breakDirectives(status.company) : undefined;
  const { issue, snapshot, configuration, isForm } = situation;
  if (!isForm || company === undefined) return [];
  const current = issue.title.trim();
  const prefilled = formTitleOf(snapshot, configuration);
  if (prefilled === '' || current !== prefilled) return [];
  const words = templatesFor(configuration).commits;
  // A form may give a beginning only, as `[Adopter]:`.
  const title = /[:：]$/.test(prefilled)
    ? `${prefilled} ${company}`
    : fillTemplate(words.issue, { company, list: listName(configuration) });
  return [{ kind: 'retitle-issue', issueId: issue.id, title: shorten(title, longestTitle) }];
}
