import type { Hono } from 'hono';
import { homeOf, type Playground } from '../../playground.ts';
import { formText } from '../../read-configuration.ts';
import { act } from '../act.ts';
import { avatar } from '../components/avatar.ts';
import { type Html, html, nothing } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { postForm } from '../components/post-form.ts';
import { writingBox } from '../components/writing-box.ts';
import { readForm, textOf } from '../guard.ts';
import {
  type Answers,
  fieldsOf,
  firstAnswers,
  lacking,
  sentAnswers,
} from '../issue-form/answers.ts';
import { formElement } from '../issue-form/form-field.ts';
import { type IssueForm, readIssueForm } from '../issue-form/issue-form.ts';
import { writeIssueBody } from '../issue-form/write-issue-body.ts';
import { show } from '../layout.ts';
import type { WebContext, WebEnvironment } from '../visit.ts';
import { chosenFile, upload } from './uploads.ts';

/** The page of a new issue: the repository's own form, or an issue without one. */
export function addNewIssue(pages: Hono<WebEnvironment>, playground: Playground): void {
  pages.get('/issues/new', async (context) => {
    const given = new URL(context.req.url).searchParams;
    if (!given.has('template')) return showBlank(context, playground);
    const form = await readOwnForm(playground);
    if ('missing' in form) return showMissing(context, playground, form.missing);
    const title = given.get('title') ?? form.title;
    return showForm(context, playground, form, { title, answers: firstAnswers(form, given) });
  });

  pages.post('/issues', async (context) => {
    const sent = await readForm(context);
    const title = textOf(sent, 'title');
    if (textOf(sent, 'template') === '') {
      return openIssue(context, playground, title, textOf(sent, 'body'), []);
    }
    const form = await readOwnForm(playground);
    if ('missing' in form) return showMissing(context, playground, form.missing);
    const { answers, complaints } = await withFiles(form, sent, playground, context);
    const found = new Map([...lacking(form, answers), ...complaints]);
    if (found.size > 0) {
      return showForm(context, playground, form, { title, answers, complaints: found });
    }
    return openIssue(context, playground, title, writeIssueBody(form, answers), form.labels);
  });
}

async function readOwnForm(playground: Playground): Promise<IssueForm | { missing: string }> {
  const text = await formText(playground);
  if (text === undefined) return { missing: 'The repository has no issue form yet.' };
  const form = readIssueForm(text);
  return 'complaint' in form
    ? { missing: `GitHub would not show this form: ${form.complaint}` }
    : form;
}

function openIssue(
  context: WebContext,
  playground: Playground,
  title: string,
  body: string,
  labels: readonly string[],
) {
  const home = homeOf(playground);
  return act(context, `${home}/issues`, () => {
    const { person } = context.get('visit');
    const issue = person.openIssue(playground.repository, { title, body }, labels);
    return `${home}/issues/${issue.number}`;
  });
}

/** Takes in the files that came with the form itself, as they do without the script. */
async function withFiles(
  form: IssueForm,
  sent: FormData,
  playground: Playground,
  context: WebContext,
): Promise<{ answers: Answers; complaints: ReadonlyMap<string, string> }> {
  const answers = new Map(sentAnswers(form, sent));
  const complaints = new Map<string, string>();
  for (const { id } of fieldsOf(form)) {
    const file = chosenFile(sent, `file:${id}`);
    if (file === undefined) continue;
    try {
      const markdown = await upload(playground, context.get('visit'), file);
      const text = [...(answers.get(id) ?? []), markdown].filter((each) => each.trim() !== '');
      answers.set(id, [text.join('\n')]);
    } catch (error) {
      complaints.set(id, error instanceof Error ? `${error.message}.` : String(error));
    }
  }
  return { answers, complaints };
}

interface Filled {
  readonly title: string;
  readonly answers: Answers;
  readonly complaints?: ReadonlyMap<string, string>;
}

function showForm(
  context: WebContext,
  playground: Playground,
  form: IssueForm,
  { title, answers, complaints = new Map() }: Filled,
) {
  const visit = context.get('visit');
  const home = homeOf(playground);
  const count = complaints.size;
  const wrong =
    count === 0
      ? nothing
      : html`<div class="notice notice-refused notice-inside" role="alert">${icon('x-circle-fill')}<span>${count === 1 ? 'One answer is' : `${count} answers are`} missing or could not be taken. Nothing is lost: mend what is marked, and send it again.</span></div>`;
  const examples = playground.isDemo ? exampleBox(context, home) : nothing;
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
      { action: `${home}/issues`, hasFiles: true, className: 'issue-form', label: form.name },
      html`<input type="hidden" name="template" value="powered-by.yml">
      <div class="field"><label class="field-label" for="title">Add a title <span class="required" aria-hidden="true">*</span><span class="visually-hidden">(required)</span></label><input type="text" id="title" name="title" required maxlength="256" value="${title}" autocomplete="off"></div>
      ${fields}
      <div class="form-foot form-foot-line"><span class="muted who-sends">${avatar(visit.identity.login, 20)} as <strong>${visit.identity.login}</strong></span><a class="button" href="${home}/issues">Cancel</a><button class="button button-primary" data-working="Creating…">Create issue</button></div>`,
    )}
  </div>
  <aside class="side" aria-label="Help">${examples}<section class="side-section"><h2>Good to know</h2><p class="muted">The form is the repository’s own, <a href="${home}/blob/${playground.repository.defaultBranch}/.github/ISSUE_TEMPLATE/powered-by.yml"><code>powered-by.yml</code></a>. An address may fill it in, as <code>?company=Acme</code> does.</p></section></aside>
</div>`;
  const status = count === 0 ? 200 : 422;
  return show(context, playground, { title: form.name, tab: 'issues', content, status });
}

function exampleBox(context: WebContext, home: string): Html {
  const button = (key: string, words: string) =>
    html`<button class="button button-block" name="example" value="${key}">${words}</button>`;
  return html`<section class="side-section"><h2>In a hurry?</h2><p class="muted">Let an invented company fill the form in, logo and all.</p>${postForm(
    context.get('visit'),
    { action: `${home}/examples`, className: 'stack' },
    html`${button('juniper', 'Juniper Parcel')}${button('lantern', 'Paper Lantern 纸灯笼')}${button('wrong', 'Everything wrong at once')}`,
  )}</section>`;
}

function showBlank(context: WebContext, playground: Playground) {
  const home = homeOf(playground);
  const content = html`<div class="page-head"><h1>New issue</h1></div>
<p class="muted">This is an issue without a form. To ask for a place on the page, <a href="${home}/issues/new?template=powered-by.yml">use the form</a>.</p>
${postForm(
  context.get('visit'),
  { action: `${home}/issues`, className: 'issue-form narrow', label: 'New issue' },
  html`<div class="field"><label class="field-label" for="title">Title <span class="required" aria-hidden="true">*</span></label><input type="text" id="title" name="title" required maxlength="256" autocomplete="off"></div>
  <div class="field"><label class="field-label" for="body">Description</label>${writingBox({ attributes: html`id="body" name="body"`, text: '', rows: 8, fileField: undefined, label: 'the description' })}</div>
  <div class="form-foot"><a class="button" href="${home}/issues">Cancel</a><button class="button button-primary">Create issue</button></div>`,
)}`;
  return show(context, playground, { title: 'New issue', tab: 'issues', content });
}

function showMissing(context: WebContext, playground: Playground, sentence: string) {
  const home = homeOf(playground);
  const content = html`<div class="blank">${icon('issue-opened', 'blank-icon')}<h1>There is no form to fill in</h1><p>${sentence}</p><p><a class="button" href="${home}">Home</a> <a class="button" href="${home}/issues/new">Open an issue without it</a></p></div>`;
  return show(context, playground, { title: 'New issue', tab: 'issues', content });
}
