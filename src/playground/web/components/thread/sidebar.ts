import { mayWrite } from '../../../people.ts';
import { homeOf } from '../../../playground.ts';
import { avatar } from '../avatar.ts';
import { counted } from '../counted.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { label } from '../label.ts';
import { postForm } from '../post-form.ts';
import { typed } from '../text.ts';
import type { CommentPlace } from './comment.ts';

/** What is beside a thread. */
export function sidebar(place: CommentPlace, sections: readonly Html[]): Html {
  return html`<aside class="side" id="side" data-live aria-label="About this ${place.issue.pull ? 'pull request' : 'issue'}">${labels(place)}${sections}${participants(place)}${lock(place)}</aside>`;
}

function labels(place: CommentPlace): Html {
  const { issue, visit } = place;
  const { labels: set, repository } = issue;
  const shown =
    set.length === 0
      ? html`<p class="muted">None yet</p>`
      : html`<p class="labels">${set.map(label)}</p>`;
  const isWriter = mayWrite(repository, visit.identity.login);
  const menu =
    !isWriter || repository.labels.length === 0
      ? nothing
      : html`<details class="menu label-menu" data-menu><summary>${icon('tag')} Change labels</summary><div class="menu-panel">${postForm(
          visit,
          { action: `${pathOf(place)}/labels` },
          html`${repository.labels.map((each) => html`<button class="menu-item" name="label" value="${each.name}" aria-pressed="${String(set.includes(each))}">${label(each)}${set.includes(each) ? icon('check', 'menu-check') : nothing}</button>`)}`,
        )}</div></details>`;
  return html`<section class="side-section"><h2>Labels</h2>${shown}${menu}</section>`;
}

function participants({ issue }: CommentPlace): Html {
  const authors = new Set([issue.author, ...issue.comments.map(({ author }) => author)]);
  return html`<section class="side-section"><h2>${counted(authors.size, 'participant')}</h2><ul class="plain participants">${[
    ...authors,
  ].map(
    ({ login }) => html`<li>${avatar(login, 20)} <span>${typed(login)}</span></li>`,
  )}</ul></section>`;
}

function lock(place: CommentPlace): Html {
  const { issue, visit } = place;
  if (!mayWrite(issue.repository, visit.identity.login)) return nothing;
  const { isLocked } = issue;
  return html`<section class="side-section">${postForm(
    visit,
    { action: `${pathOf(place)}/lock` },
    html`<button class="link-button" name="lock" value="${isLocked ? 'no' : 'yes'}">${icon(isLocked ? 'unlock' : 'lock')} ${isLocked ? 'Unlock' : 'Lock'} conversation</button>`,
  )}</section>`;
}

function pathOf({ playground, issue }: CommentPlace): string {
  return `${homeOf(playground)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
}
