import type { Configuration } from '../../../src/config/configuration.ts';
import { readConfiguration } from '../../../src/config/read-configuration.ts';
import { fieldsOf, type IssueForm } from '../../../src/form/issue-form.ts';
import { readForm } from '../../../src/form/read-form.ts';
import { readIssueForm } from '../../../src/form/read-issue-form.ts';
import { readSubmissionForm } from '../../../src/form/read-submission-form.ts';
import { type List, loadFormat } from '../../../src/list/list.ts';
import { writeIssueBody } from '../../../src/playground/web/issue-form/write-issue-body.ts';
import { failure, type Result } from '../../../src/problem/result.ts';
import { checkEntry } from '../../../src/proposal/check-entry.ts';
import { readPage } from '../../../src/proposal/open-pages.ts';
import type { Proposal } from '../../../src/proposal/proposal.ts';
import { proposeEntry } from '../../../src/proposal/propose-entry.ts';
import { proposeRemoval } from '../../../src/proposal/propose-removal.ts';
import { proposeRenaming } from '../../../src/proposal/propose-renaming.ts';
import type { PageFolder, PageText, Snapshot } from '../../../src/proposal/snapshot.ts';
import { indispensableIds } from '../../../src/submission/asked-fields.ts';
import { readDefaultLinkTexts } from '../../../src/templates.ts';
import { valueFrom } from '../../list/formats/edited-lists.ts';
import type { Answers } from './typed-answers.ts';

const defaultLinkTexts = readDefaultLinkTexts();

/** Of a logo, only its name is written into a list. */
const picture = Uint8Array.of(1);

/** A repository with one list as `init` sets it up, and what people can ask for in it. */
export class ListedRepository {
  readonly configuration: Configuration;
  readonly form: IssueForm;
  readonly #formText: string;

  constructor(configurationText: string, formText: string) {
    this.configuration = valueFrom(readConfiguration(configurationText));
    this.form = valueFrom(readIssueForm(formText)).form;
    this.#formText = formText;
  }

  snapshotOf(page: PageText | PageFolder): Snapshot {
    return { pages: { [this.configuration.sourceLocale]: page }, logos: [] };
  }

  async read(page: PageText | PageFolder): Promise<Result<List>> {
    const { configuration } = this;
    const format = await loadFormat(configuration.format);
    return readPage(configuration.sourceLocale, this.snapshotOf(page), configuration, format);
  }

  /** Adds or updates an entry with what is typed into the form, every box of which is checked. */
  submit(list: List, answers: Answers): Result<List> {
    const { configuration } = this;
    const given = fieldsOf(this.form).map(({ id, options }) => {
      const boxes = options?.map((_, index) => `${index}`);
      return [id, boxes ?? [answers.get(id) ?? '']] as const;
    });
    const fields = valueFrom(readForm(this.#formText, indispensableIds(configuration)));
    const typed = readSubmissionForm(
      writeIssueBody(this.form, new Map(given)),
      fields,
      configuration,
    );
    const { submission, problems } = checkEntry(typed, this.#pages(list), configuration);
    if (submission === undefined || problems.length > 0) return failure(...problems);
    const proposal = proposeEntry({
      ...this.#request(list),
      submission,
      date: '2026-01-31',
      logo: typed.logo === undefined ? undefined : picture,
      darkLogo: typed.darkLogo === undefined ? undefined : picture,
    });
    return listAfter(proposal, list);
  }

  remove(list: List, company: string): Result<List> {
    return listAfter(proposeRemoval({ ...this.#request(list), company, leaveGap: false }), list);
  }

  rename(list: List, company: string, newName: string): Result<List> {
    return listAfter(proposeRenaming({ ...this.#request(list), company, newName }), list);
  }

  #request(list: List) {
    const { configuration } = this;
    return { pages: this.#pages(list), logos: [], configuration, defaultLinkTexts };
  }

  #pages(list: List) {
    return [{ locale: this.configuration.sourceLocale, list }];
  }
}

function listAfter(proposal: Result<Proposal>, before: List): Result<List> {
  if (!proposal.ok) return proposal;
  const [edit] = Object.values(proposal.value.edits);
  return { ok: true, value: edit?.list ?? before };
}
