import { fullNameOf, type Playground } from '../../../playground.ts';
import { issueOfJob } from '../../facts/at-work.ts';
import { type Html, html } from '../html.ts';
import { typed } from '../text.ts';

/** What waits and what runs in the app's queue. */
export function jobList(playground: Playground): Html {
  const jobs = playground.app.jobs();
  const own = fullNameOf(playground.repository);
  if (jobs.length === 0)
    return html`<p class="muted quiet-line">No jobs are waiting or running.</p>`;
  return html`<ul class="plain jobs">${jobs.map(({ lane, key, state }) => {
    const number = issueOfJob(key);
    const name =
      number === undefined
        ? html`${lane === own ? '' : `${lane} `}${typed(key)}`
        : html`<a href="/${lane}/issues/${number}">${lane === own ? '' : lane}#${number}</a>`;
    return html`<li><span class="pill">${state}</span> ${name}</li>`;
  })}</ul>`;
}
