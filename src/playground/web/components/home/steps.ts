import type { Configuration } from '../../../../config/configuration.ts';
import type { Issue } from '../../../../emulator/world/model.ts';
import { issueOfBranch } from '../../../../reconcile/observe/branch-names.ts';
import { namesFields } from '../../../../submission/asked-fields.ts';
import { homeOf, type Playground } from '../../../playground.ts';
import { formPath } from '../../issue-form/form-path.ts';
import type { Visit } from '../../visit.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { postForm } from '../post-form.ts';
import { typed } from '../text.ts';

interface Step {
  readonly title: string;
  readonly words: Html;
  readonly action: Html;
}

/** The way of a submission in four steps, with the one that is next. */
export function steps(playground: Playground, visit: Visit, configuration: Configuration): Html {
  const issues = [...playground.repository.issues.values()];
  const pulls = issues.filter(({ pull }) => pull && issueOfBranch(pull.headRefName) !== undefined);
  const open = pulls.findLast(({ isOpen }) => isOpen);
  const asked = issues.findLast(({ pull, isOpen }) => !pull && isOpen);
  const merged = pulls.findLast(({ pull }) => pull?.merged);
  // Once something is merged and nothing is open, the way was gone to its end.
  const next = open ? 2 : asked ? 1 : merged ? undefined : 0;
  const done = next ?? 4;
  const all = stepsFor(playground, visit, configuration, { next: next ?? 3, open, asked, merged });
  return html`<ol class="steps" id="steps" data-live aria-label="The way of a submission">${all.map(
    ({ title, words, action }, index) =>
      html`<li class="step ${index === next ? 'step-next' : ''} ${index < done ? 'step-done' : ''}" ${index === next ? html`aria-current="step"` : ''}>${index === next ? html`<span class="pill pill-next">Next</span>` : nothing}<span class="step-number" aria-hidden="true">${index < done ? icon('check') : index + 1}</span><h2>${title}</h2><p class="muted">${words}</p>${action === nothing ? nothing : html`<div class="step-action">${action}</div>`}</li>`,
  )}</ol>`;
}

interface Standing {
  /** The step that has the primary button, from 0. */
  readonly next: number;
  readonly open: Issue | undefined;
  readonly asked: Issue | undefined;
  readonly merged: Issue | undefined;
}

function stepsFor(
  playground: Playground,
  visit: Visit,
  configuration: Configuration,
  standing: Standing,
): Step[] {
  const { next, open, asked, merged } = standing;
  const home = homeOf(playground);
  const inEveryLanguage = configuration.locales.length > 1 ? ' in every language' : '';
  const link = (index: number, address: string, words: Html) =>
    html`<a class="button ${index === next ? 'button-primary' : ''}" href="${address}">${words}</a>`;
  const example = postForm(
    visit,
    { action: `${home}/examples` },
    html`<button class="button" name="example" value="juniper">Try an example</button>`,
  );
  const site = merged ? `${home}/site?show=${merged.number}` : `${home}/site`;
  return [
    {
      title: 'A company fills in the form',
      words: html`${whatIsAsked(configuration)}`,
      action: html`${link(0, formPath(home), html`Open the form`)}${example}`,
    },
    {
      title: 'Powered By opens a pull request',
      words: html`Within seconds. If anything is wrong, it lists all of it at once.`,
      action: asked
        ? link(1, `${home}/issues/${asked.number}`, html`View #${asked.number}`)
        : nothing,
    },
    {
      title: 'A maintainer merges it',
      words: html`One commit adds the entry${inEveryLanguage}. Switch to the maintainer for this.`,
      action: open
        ? link(
            2,
            `${home}/pull/${open.number}`,
            html`${icon('git-pull-request')} Review #${open.number}`,
          )
        : nothing,
    },
    {
      title: 'The company is listed',
      words: merged
        ? html`The last one: <strong>${typed(merged.title)}</strong>.`
        : html`As readers see it${inEveryLanguage}.`,
      action: link(3, site, html`See the site`),
    },
  ];
}

/** What the form asks for: what the list shows of each company. */
function whatIsAsked(configuration: Configuration): string {
  if (!namesFields(configuration)) return 'A name, one or two sentences, a link and a logo.';
  return `What the list says of each company: ${Object.keys(configuration.fields).join(', ')}.`;
}
