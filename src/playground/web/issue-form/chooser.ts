import type { IssueForm } from '../../../form/issue-form.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { html } from '../components/html.ts';
import { show } from '../layout.ts';
import type { WebContext } from '../visit.ts';
import { formPath } from './form-path.ts';

/** Shows what a new issue can be made from: the repository's form, or nothing. */
export function showChooser(
  context: WebContext,
  playground: Playground,
  form: Pick<IssueForm, 'name' | 'description'>,
) {
  const home = homeOf(playground);
  const content = html`<div class="page-head"><h1>Create new issue</h1></div>
<section class="list" aria-label="Templates"><ul>
  <li><div class="list-words"><p class="list-title">${form.name}</p><p class="muted">${form.description}</p></div><a class="button button-primary" href="${formPath(home)}">Get started</a></li>
  <li><div class="list-words"><p class="list-title">Blank issue</p><p class="muted">Create a new issue from scratch</p></div><a class="button" href="${home}/issues/new">Open a blank issue</a></li>
</ul></section>`;
  return show(context, playground, { title: 'New issue', tab: 'issues', content });
}
