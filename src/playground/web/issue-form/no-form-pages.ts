import { homeOf, type Playground } from '../../playground.ts';
import { html, nothing } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { postForm } from '../components/post-form.ts';
import { writingBox } from '../components/writing-box.ts';
import { show } from '../layout.ts';
import type { WebContext } from '../visit.ts';
import { alert } from './form-page.ts';
import { formPath } from './form-path.ts';

/** What was written into it, and why GitHub did not take it. */
export interface BlankText {
  readonly title: string;
  readonly body: string;
  readonly refusal?: string;
}

/** Shows an issue without a form. @param hasForm whether the repository has one */
export function showBlank(
  context: WebContext,
  playground: Playground,
  hasForm: boolean,
  { title, body, refusal }: BlankText,
) {
  const home = homeOf(playground);
  const hint = hasForm
    ? html` To ask to be listed, <a href="${formPath(home)}">use the form</a>.`
    : nothing;
  const content = html`<div class="page-head"><h1>New issue</h1></div>
${refusal === undefined ? nothing : alert(refusal)}<p class="muted">This issue has no form.${hint}</p>
${postForm(
  context.get('visit'),
  { action: `${home}/issues`, className: 'issue-form narrow', hasFiles: true, label: 'New issue' },
  html`<div class="field"><label class="field-label" for="title">Title <span class="required" aria-hidden="true">*</span></label><input type="text" id="title" name="title" value="${title}" required autocomplete="off"></div>
  <div class="field"><label class="field-label" for="body">Description</label>${writingBox({ attributes: html`id="body" name="body"`, text: body, rows: 8, fileField: 'file', label: 'the description' })}</div>
  <div class="form-foot"><a class="button" href="${home}/issues">Cancel</a><button class="button button-primary">Create issue</button></div>`,
)}`;
  const page = { title: 'New issue', tab: 'issues', content } as const;
  if (refusal === undefined) return show(context, playground, page);
  return show(context, playground, { ...page, status: 422, path: `${home}/issues/new` });
}

/** Says that there is no form, and why. */
export function showMissing(context: WebContext, playground: Playground, sentence: string) {
  const home = homeOf(playground);
  const content = html`<div class="blank">${icon('issue-opened', 'blank-icon')}<h1>No form to fill in</h1><p>${sentence}</p><p><a class="button" href="${home}">Home</a> <a class="button" href="${home}/issues/new">Open an issue without it</a></p></div>`;
  return show(context, playground, { title: 'New issue', tab: 'issues', content });
}
