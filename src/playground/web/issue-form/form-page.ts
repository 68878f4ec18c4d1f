import type { IssueForm } from '../../../form/issue-form.ts';
import { formPath as formFile } from '../../../form/write-form.ts';
import { pluralForm } from '../../../text/plural.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { avatar } from '../components/avatar.ts';
import { counted } from '../components/counted.ts';
import { type Html, html, nothing } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { postForm } from '../components/post-form.ts';
import { show } from '../layout.ts';
import type { WebContext } from '../visit.ts';
import type { Answers } from './answers.ts';
import { formElement } from './form-field.ts';
import { formName, formPath } from './form-path.ts';

/** What a form is filled in with, and what is wrong with that. */
export interface Filled {
  readonly title: string;
  readonly answers: Answers;
  readonly complaints?: ReadonlyMap<string, string>;
  /** Why GitHub did not take it. */
  readonly refusal?: string;
}

/** Shows the repository's issue form. What is not accepted is marked, and nothing of it is lost. */
export function showForm(
  context: WebContext,
  playground: Playground,
  form: IssueForm,
  { title, answers, complaints = new Map(), refusal }: Filled,
) {
  const visit = context.get('visit');
  const home = homeOf(playground);
  const count = complaints.size;
  const isAgain = count > 0 || refusal !== undefined;
  const wrong = refusal === undefined ? missing(count) : alert(refusal);
  const examples = exampleBox(context, home);
  const fields = form.elements.map((element) => {
    const id = element.type === 'markdown' ? '' : element.id;
    const shown = { given: answers.get(id) ?? [], complaint: complaints.get(id) };
    return formElement(element, shown, playground);
  });
  const content = html`<div class="with-side new-issue">
  <div class="side-main">
    <div class="page-head page-head-line"><div><h1>${form.name}</h1><p class="muted">${form.description}</p></div></div>
    ${wrong}
    ${postForm(
      visit,
      {
        action: `${home}/issues`,
        hasFiles: true,
        className: 'issue-form',
        label: form.name,
        draft: isAgain ? 'answered' : 'new',
      },
      html`<input type="hidden" name="template" value="${formName}">
      <div class="field"><label class="field-label" for="title">Add a title <span class="required" aria-hidden="true">*</span><span class="visually-hidden">(required)</span></label><input type="text" id="title" name="title" required value="${title}" autocomplete="off"></div>
      ${fields}
      <div class="form-foot form-foot-line"><span class="muted who-sends">${avatar(visit.identity.login, 20)} as <strong>${visit.identity.login}</strong></span><a class="button" href="${home}/issues">Cancel</a><button class="button button-primary" data-working="Creating…">Create issue</button></div>`,
    )}
  </div>
  <aside class="side" aria-label="Help">${examples}<section class="side-section"><h2>Good to know</h2><p class="muted">This is the repository’s own form, <a href="${home}/blob/${playground.repository.defaultBranch}/${formFile}"><code>${formName}</code></a>. Query parameters prefill it, such as <code>?company=Acme</code>.</p></section></aside>
</div>`;
  const page = { title: form.name, tab: 'issues', content } as const;
  if (!isAgain) return show(context, playground, page);
  return show(context, playground, { ...page, status: 422, path: formPath(home) });
}

/** How many answers are missing; nothing where none is. */
function missing(count: number): Html {
  if (count === 0) return nothing;
  const verb = pluralForm({ one: 'is', other: 'are' }, count, 'en');
  return alert(
    `${counted(count, 'answer')} ${verb} missing or not accepted. Nothing is lost: fix what is marked, and submit the form again.`,
  );
}

/** Why a form was not taken, above it. */
export function alert(words: string): Html {
  return html`<div class="notice notice-refused notice-inside" role="alert">${icon('x-circle-fill')}<span>${words}</span></div>`;
}

function exampleBox(context: WebContext, home: string): Html {
  const button = (key: string, words: string) =>
    html`<button class="button button-block" name="example" value="${key}">${words}</button>`;
  return html`<section class="side-section"><h2>Examples</h2><p class="muted">Fill in the form for an invented company.</p>${postForm(
    context.get('visit'),
    { action: `${home}/examples`, className: 'stack' },
    html`${button('juniper', 'Juniper Parcel')}${button('lantern', 'Paper Lantern 纸灯笼')}${button('wrong', 'Everything wrong at once')}`,
  )}</section>`;
}
