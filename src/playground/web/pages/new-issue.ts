import type { Hono } from 'hono';
import { Refusal } from '../../../emulator/refusal.ts';
import { fieldsOf, type IssueForm } from '../../../form/issue-form.ts';
import { readIssueForm } from '../../../form/read-issue-form.ts';
import { loadTemplates } from '../../../templates.ts';
import { describeProblem } from '../../../words/describe-problem.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { formText } from '../../read-configuration.ts';
import { refusalNotice } from '../act.ts';
import { readForm, textOf } from '../guard.ts';
import { type Answers, firstAnswers, lacking, sentAnswers } from '../issue-form/answers.ts';
import { showChooser } from '../issue-form/chooser.ts';
import { showForm } from '../issue-form/form-page.ts';
import { showBlank, showMissing } from '../issue-form/no-form-pages.ts';
import { writeIssueBody } from '../issue-form/write-issue-body.ts';
import type { WebContext, WebEnvironment } from '../visit.ts';
import { chosenFile, textWithFile, upload } from './uploads.ts';

/** The page of a new issue: the repository's own form, or an issue without one. */
export function addNewIssue(pages: Hono<WebEnvironment>, playground: Playground): void {
  pages.get('/issues/new', async (context) => {
    const given = new URL(context.req.url).searchParams;
    if (!given.has('template')) {
      const [title, body] = [given.get('title') ?? '', given.get('body') ?? ''];
      const hasForm = (await formText(playground)) !== undefined;
      return showBlank(context, playground, hasForm, { title, body });
    }
    const form = await readOwnForm(playground);
    if ('missing' in form) return showMissing(context, playground, form.missing);
    const title = given.get('title') ?? form.title;
    return showForm(context, playground, form, { title, answers: firstAnswers(form, given) });
  });

  pages.get('/issues/new/choose', async (context) => {
    const form = await readOwnForm(playground);
    if ('missing' in form) return showMissing(context, playground, form.missing);
    return showChooser(context, playground, form);
  });

  pages.post('/issues', async (context) => {
    const sent = await readForm(context);
    const title = textOf(sent, 'title');
    if (textOf(sent, 'template') === '') {
      const hasForm = (await formText(playground)) !== undefined;
      const write = async () => {
        const body = await textWithFile(sent, playground, context.get('visit'));
        return openIssue(context, playground, { text: { title, body }, labels: [] });
      };
      return orAgain(write, (refusal) => {
        const typed = { title, body: textOf(sent, 'body'), refusal };
        return showBlank(context, playground, hasForm, typed);
      });
    }
    const form = await readOwnForm(playground);
    if ('missing' in form) return showMissing(context, playground, form.missing);
    const { answers, complaints } = await withFiles(form, sent, playground, context);
    const found = new Map([...lacking(form, answers), ...complaints]);
    if (found.size > 0) {
      return showForm(context, playground, form, { title, answers, complaints: found });
    }
    const text = { title, body: writeIssueBody(form, answers) };
    return orAgain(
      () => openIssue(context, playground, { text, labels: form.labels }),
      (refusal) => showForm(context, playground, form, { title, answers, refusal }),
    );
  });
}

async function readOwnForm(playground: Playground): Promise<IssueForm | { missing: string }> {
  const text = await formText(playground);
  if (text === undefined) return { missing: 'The repository has no issue form yet.' };
  const read = readIssueForm(text);
  const problems = read.ok ? read.value.problems : read.problems;
  const messages = problems.map((each) => describeProblem(each, loadTemplates('en')).message);
  if (read.ok && read.value.form.name.trim() === '') messages.push('The issue form has no name.');
  if (read.ok && messages.length === 0) return read.value.form;
  return { missing: `GitHub would not show this form. ${messages.join(' ')}` };
}

interface NewIssue {
  readonly text: { readonly title: string; readonly body: string };
  readonly labels: readonly string[];
}

function openIssue(context: WebContext, playground: Playground, { text, labels }: NewIssue) {
  const issue = context.get('visit').person.openIssue(playground.repository, text, labels);
  return context.redirect(`${homeOf(playground)}/issues/${issue.number}`, 303);
}

/** Shows a form again, with everything that was typed, where GitHub refuses it. */
async function orAgain(
  write: () => Response | Promise<Response>,
  showAgain: (refusal: string) => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Refusal) return showAgain(refusalNotice(error).text);
    throw error;
  }
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
