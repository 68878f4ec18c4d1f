import type { Configuration } from '../../config/configuration.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import { readSubmissionForm } from '../../form/read-submission-form.ts';
import type { PullText } from '../../github/changes/change.ts';
import { usualFormat } from '../../list/list.ts';
import type { Result } from '../../problem/result.ts';
import { checkEntry } from '../../proposal/check-entry.ts';
import { type OpenPage, readPages } from '../../proposal/open-pages.ts';
import { previewRows } from '../../proposal/preview-rows.ts';
import type { Proposal } from '../../proposal/proposal.ts';
import { proposeEntry } from '../../proposal/propose-entry.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import { readDefaultLinkTexts, templatesFor } from '../../templates.ts';
import type { PullContent } from '../../words/pull-content.ts';
import { writePullBody, writePullTitle } from '../../words/pull-request.ts';
import { writeStatus } from '../../words/status-comment.ts';
import { formFieldsOf } from '../observe/form-fields.ts';

const configurationText = `
pages: {en: page.md, zh: page.zh.md}
table: powered-by
logo: {directory: logos, url: /logos}
`;

const pageText = `---
tables:
  powered-by:
    cols:
      - id: "column1"
      - id: "column2"
    rows:
      - column1:
          val: "<img src='/logos/anvil-logo.png' alt='Anvil'>"
          html: true
      - column1: "Anvil forges reports. [Read more](https://anvil.example/)"
---
`;

const answers: Readonly<Record<string, string>> = {
  [fieldIds.link]: 'https://dovetail.example/',
  [fieldIds.logo]: '![logo](https://github.com/user-attachments/assets/dovetail)',
  [fieldIds.consent]: '- [X] Yes\n- [X] Yes',
};

/**
 * Goes through what takes long in a job, for a company that does not exist: page, form, proposal and words. Code is compiled
 * when it first runs, which takes ten times as long as to run it, and the first webhooks would have to wait for that.
 *
 * @returns what comes of it: our comment, and the pull request
 */
export function warmUpJobs(): { readonly comment: string; readonly pull: PullText } {
  const configuration = valueIn(readConfiguration(configurationText));
  const files = { pages: { en: { text: pageText }, zh: { text: pageText } }, logos: [] };
  const pages = valueIn(readPages(files, configuration, usualFormat));
  const proposal = propose(pages, configuration);
  const templates = templatesFor(configuration);
  const content = contentOf(proposal, pages, configuration);
  const { company, kind: change, remarks } = proposal;
  const status = {
    kind: 'proposed',
    change,
    company,
    pull: 1,
    remarks,
    isPushedTo: false,
  } as const;
  return {
    comment: writeStatus(status, templates, {
      formUrl: 'https://github.com/dovetail/site/issues/new',
      submitterMayAdd: false,
    }),
    pull: {
      title: writePullTitle(content, configuration, templates),
      body: writePullBody(content, templates),
    },
  };
}

function propose(pages: readonly OpenPage[], configuration: Configuration): Proposal {
  const form = formFieldsOf({ form: undefined }, configuration);
  const body = form.map(({ id, label }) => `### ${label}\n\n${answers[id] ?? 'Dovetail'}\n`);
  const asked = readSubmissionForm(body.join('\n'), form, configuration);
  const { submission, problems } = checkEntry(asked, pages, configuration);
  if (!submission)
    throw new Error('The form of the sample submission has problems', { cause: problems });
  const others = {
    logo: new Uint8Array(),
    logos: [],
    defaultLinkTexts: readDefaultLinkTexts(),
    date: '2024-05-01',
  };
  return valueIn(proposeEntry({ submission, pages, configuration, ...others }));
}

function contentOf(
  proposal: Proposal,
  pages: readonly OpenPage[],
  configuration: Configuration,
): PullContent {
  return {
    change: proposal.kind,
    company: proposal.company,
    project: configuration.project,
    issue: 1,
    closesIssue: true,
    requestedBy: 'dovetail',
    hasConsented: true,
    rows: previewRows(proposal, pages, configuration),
    remarks: proposal.remarks,
    pictures: { repository: 'https://github.com/anvil/page', commit: '1', base: '2' },
  };
}

function valueIn<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error('The sample submission has problems', { cause: result.problems });
}
