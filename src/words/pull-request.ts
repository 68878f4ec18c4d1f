import type { Configuration } from '../config/configuration.ts';
import { shorten } from '../text/shorten.ts';
import { commitMessage } from './commit-message.ts';
import { breakDirectives } from './defuse.ts';
import type { PullContent } from './pull-content.ts';
import { writeChecklist } from './pull-request/checklist.ts';
import { writePreview } from './pull-request/preview.ts';
import type { Templates } from './templates.ts';
import { fillMarkdown } from './text/fill-markdown.ts';

export { writeSetupPull } from './pull-request/setup-pull-request.ts';

/** GitHub takes 256 characters. */
const longestTitle = 256;

/** GitHub takes 65,536 characters; the rest is for a marker. */
const longestBody = 55_000;

/** The title of a pull request: the message of its commit, in which nothing refers to an issue or mentions anybody. */
export function writePullTitle(
  { change, company, formerName }: Pick<PullContent, 'change' | 'company' | 'formerName'>,
  configuration: Configuration,
  templates: Pick<Templates, 'commits'>,
): string {
  const former = formerName && breakDirectives(formerName);
  const committed = { kind: change, company: breakDirectives(company), formerName: former };
  return shorten(commitMessage(committed, configuration, templates).headline, longestTitle);
}

/**
 * The body of a pull request as Markdown: what it does, how the row will look in each locale, what to look at before the
 * merge, and the issue that asks for it. At most 55,000 characters, whatever the content; without a marker.
 */
export function writePullBody(content: PullContent, templates: Templates): string {
  const words = templates['pull-request'];
  const { change, company, formerName: former = '', project, requestedBy, issue } = content;
  const values = { company, former, project, requestedBy, issue };
  const does = fillMarkdown(words.does[former === '' ? change : 'rename'], values);
  const locale = change === 'remove' ? undefined : content.textLocale;
  const after = [
    writeChecklist(content, templates),
    fillMarkdown(content.closesIssue ? words.closes : words.requested, { issue }),
    fillMarkdown(words.commands, { locale: locale ?? '' }),
  ];
  const around = [does, ...after].join('\n\n');
  const preview = writePreview(content, templates, longestBody - around.length - 4);
  return [does, preview, ...after].filter((piece) => piece !== '').join('\n\n');
}
