import type { Issue } from '../../../emulator/world/model.ts';
import { issueOfBranch } from '../../../reconcile/observe/branch-names.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { formPath } from '../issue-form/form-path.ts';
import type { Visit } from '../visit.ts';
import { type Html, html, nothing } from './html.ts';
import { icon } from './icon.ts';
import { postForm } from './post-form.ts';
import { typed } from './text.ts';

interface Step {
  readonly title: string;
  readonly words: Html;
  readonly action: Html;
}

/** The way of a submission in four steps, with the one that is next. */
export function steps(playground: Playground, visit: Visit): Html {
  const issues = [...playground.repository.issues.values()];
  const pulls = issues.filter(({ pull }) => pull && issueOfBranch(pull.headRefName) !== undefined);
  const open = pulls.findLast(({ isOpen }) => isOpen);
  const asked = issues.findLast(({ pull, isOpen }) => !pull && isOpen);
  const merged = pulls.findLast(({ pull }) => pull?.merged);
  const next = open ? 2 : asked ? 1 : merged ? 3 : 0;
  const all = stepsFor(playground, visit, { open, asked, merged });
  return html`<ol class="steps" id="steps" data-live aria-label="The way of a submission">${all.map(
    ({ title, words, action }, index) =>
      html`<li class="step ${index === next ? 'step-next' : ''} ${index < next ? 'step-done' : ''}" ${index === next ? html`aria-current="step"` : ''}><span class="step-number" aria-hidden="true">${index < next ? icon('check') : index + 1}</span><div><h2>${title}${index === next ? html` <span class="pill pill-next">Next</span>` : nothing}</h2><p class="muted">${words}</p><div class="step-action">${action}</div></div></li>`,
  )}</ol>`;
}

interface Standing {
  readonly open: Issue | undefined;
  readonly asked: Issue | undefined;
  readonly merged: Issue | undefined;
}

function stepsFor(playground: Playground, visit: Visit, { open, asked, merged }: Standing): Step[] {
  const home = homeOf(playground);
  const example = playground.isDemo
    ? postForm(
        visit,
        { action: `${home}/examples` },
        html`<button class="button" name="example" value="juniper">Let it be filled in</button>`,
      )
    : nothing;
  const issueLink =
    asked &&
    html`<a class="button" href="${home}/issues/${asked.number}">Look at #${asked.number}</a>`;
  const pullLink =
    open &&
    html`<a class="button button-primary" href="${home}/pull/${open.number}">${icon('git-pull-request')}<span>#${open.number} ${typed(shorten(open.title))}</span></a>`;
  return [
    {
      title: 'A company fills in the form',
      words: html`Name, one or two sentences, a link, a logo.`,
      action: html`<a class="button button-primary" href="${formPath(home)}">Open the form</a>${example}`,
    },
    {
      title: 'Powered By opens a pull request',
      words: html`A second or two later. Is anything wrong, it says everything at once.`,
      action: issueLink ?? nothing,
    },
    {
      title: 'A maintainer merges it',
      words: html`One commit, only the new cell, in every language. Be the maintainer for that.`,
      action: pullLink ?? nothing,
    },
    {
      title: 'The page shows the company',
      words: merged
        ? html`The last one: <strong>${typed(merged.title)}</strong>.`
        : html`In every language, as its readers see it.`,
      action: html`<a class="button ${merged && !open && !asked ? 'button-primary' : ''}" href="${home}/site">See the site</a>`,
    },
  ];
}

/** A title as long as a button's words may be. */
function shorten(title: string): string {
  return title.length > 48 ? `${title.slice(0, 47)}…` : title;
}
