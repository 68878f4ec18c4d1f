import type { Remark } from '../../problem/remark.ts';
import type { Values } from '../../problem/values.ts';
import { pluralForm } from '../../text/plural.ts';
import { templateOf } from '../describe-remark.ts';
import { fillTemplate } from '../fill-template.ts';
import type { PullContent } from '../pull-content.ts';
import type { Templates } from '../templates.ts';
import { fillMarkdown, fillTextAsMarkdown } from '../text/fill-markdown.ts';
import { countFitting } from '../text/fitting.ts';
import { listOf } from '../text/list-of.ts';

/** The most that remarks may take, in UTF-16 code units. */
const roomForRemarks = 12_000;

/** What a maintainer should look at before the merge, as a Markdown list of boxes; empty where there is nothing. */
export function writeChecklist(content: PullContent, templates: Templates): string {
  const { checklist } = templates['pull-request'];
  const { change, company, formerName, requestedBy, issue, remarks } = content;
  const hasLogo = content.hasNoLogo ? '' : 'yes';
  const values = { company, requestedBy, issue, hasLogo };
  const untranslated = remarks.filter(({ code }) => code === 'text-not-translated');
  const others = remarks.filter(({ code }) => code !== 'text-not-translated');
  const items = [
    ...(isConsentNeeded(content) ? [fillMarkdown(checklist[consentOf(content)], values)] : []),
    // Only maintainers can rename, so nobody else is to be asked.
    ...(change === 'update' && formerName === undefined
      ? [fillMarkdown(checklist.update, askedBefore(content))]
      : []),
    ...(untranslated.length > 0 ? [translate(untranslated, templates)] : []),
    ...sayRemarks(others, templates),
  ];
  if (items.length === 0) return '';
  return [checklist.heading, '', ...items.map((item) => `- [ ] ${item}`)].join('\n');
}

function askedBefore({ company, requestedBy, askedBefore: before }: PullContent): Values {
  if (!before) return { company, askedBefore: '' };
  const isSamePerson = before.login === requestedBy ? 'yes' : '';
  return { company, askedBefore: before.login, issueBefore: before.issue, isSamePerson };
}

/** Nobody whose entry is only changed, and who was not asked for it, has to be asked. */
function isConsentNeeded({ change, hasConsented }: PullContent): boolean {
  return change === 'add' || (change === 'update' && hasConsented !== undefined);
}

function consentOf({ hasConsented }: PullContent): `consent-${'given' | 'missing' | 'not-asked'}` {
  if (hasConsented === undefined) return 'consent-not-asked';
  return hasConsented ? 'consent-given' : 'consent-missing';
}

/** One item for all pages, each of which has its own remark. */
function translate(untranslated: readonly Remark[], templates: Templates): string {
  const { checklist } = templates['pull-request'];
  const languages = untranslated.map(({ values }) => fillTemplate(checklist.locale, values));
  return fillMarkdown(checklist.translate, {
    languages: listOf(languages, templates.language),
    locale: untranslated[0]?.values['locale'] ?? '',
  });
}

function sayRemarks(remarks: readonly Remark[], templates: Templates): readonly string[] {
  const said = remarks.map((each) => fillTextAsMarkdown(templateOf(each, templates), each.values));
  const shown = said.slice(0, countFitting(said, roomForRemarks));
  const count = said.length - shown.length;
  if (count === 0) return shown;
  const { more } = templates['pull-request'].checklist;
  return [...shown, fillMarkdown(pluralForm(more, count, templates.language), { count })];
}
