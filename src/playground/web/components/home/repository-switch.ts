import { demoOf } from '../../../demos.ts';
import { homeOf, type Playground } from '../../../playground.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { typed } from '../text.ts';

/** The way to the other repositories; nothing where there is only one. */
export function repositorySwitch({ repository: current, repositories }: Playground): Html {
  if (repositories.length < 2) return nothing;
  return html`<nav class="repositories" aria-label="Projects to try">${repositories.map(
    (repository) =>
      html`<a href="${homeOf({ repository })}" ${repository === current ? html`aria-current="true"` : ''}>${icon('repo')}<span><strong>${typed(repository.name)}</strong> <span class="muted">${demoOf(repository)?.list ?? ''}</span></span></a>`,
  )}</nav>`;
}
