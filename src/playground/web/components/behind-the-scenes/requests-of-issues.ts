import { homeOf, type Playground } from '../../../playground.ts';
import { requestsOfIssues } from '../../facts/requests-of-issues.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import { typed } from '../text.ts';

/** How many requests each submission took. */
export function requestCounts(playground: Playground): Html {
  const home = homeOf(playground);
  const rows = requestsOfIssues(playground).map(
    ({ issue, reads, writes }) =>
      html`<tr><th scope="row" class="fact-title"><a href="${home}/issues/${issue.number}">#${issue.number}</a> ${typed(issue.title)}</th><td>${reads}</td><td>${writes}</td><td><strong>${reads + writes}</strong></td></tr>`,
  );
  const table =
    rows.length === 0
      ? html`<p class="muted quiet-line">None yet.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Requests of each submission"><table class="facts facts-close"><thead><tr><th scope="col">Submission</th><th scope="col">Reads</th><th scope="col">Writes</th><th scope="col">All</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return html`<section class="panel" id="request-counts" data-live><h2>${icon('issue-opened')} Requests of each submission</h2><p class="muted">From the form to the merged page, for any number of languages.</p>${table}</section>`;
}
