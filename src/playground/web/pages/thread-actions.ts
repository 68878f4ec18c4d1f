import type { Hono } from 'hono';
import { Refusal } from '../../../emulator/refusal.ts';
import type { Comment, Issue } from '../../../emulator/world/model.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { act, refusalNotice } from '../act.ts';
import { isReaction } from '../components/thread/reactions.ts';
import { readForm, textOf } from '../guard.ts';
import { setTask } from '../markdown/task-lists.ts';
import { leaveNotice } from '../sessions.ts';
import type { WebContext, WebEnvironment } from '../visit.ts';
import { textWithFile } from './uploads.ts';

type Deed = (issue: Issue, form: FormData, context: WebContext) => Promise<void> | void;

/** What can be done on the pages of issues and pull requests alike. */
export function addThreadActions(pages: Hono<WebEnvironment>, playground: Playground): void {
  const on = (place: string, deed: Deed) => {
    pages.post(`/:kind{issues|pull}/:number{[0-9]+}/${place}`, async (context) => {
      const issue = playground.repository.issues.get(Number(context.req.param('number')));
      if (issue === undefined) return context.notFound();
      const form = await readForm(context);
      const target = `${homeOf(playground)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
      return act(context, target, () => deed(issue, form, context));
    });
  };
  on('comments', async (issue, form, context) => {
    const { person } = context.get('visit');
    const body = await textWithFile(form, playground, context.get('visit'));
    if (body.trim() !== '' || textOf(form, 'state') === '') person.comment(issue, body);
    await setState(issue, textOf(form, 'state'), context);
  });
  on('comments/:id{[0-9]+}', async (issue, form, context) => {
    const { person } = context.get('visit');
    const comment = findComment(issue, context);
    if (comment === undefined) return;
    if (textOf(form, 'delete') === 'yes') person.deleteComment(comment);
    else person.editComment(comment, await textWithFile(form, playground, context.get('visit')));
  });
  on('comments/:id{[0-9]+}/reactions', (issue, form, context) => {
    react(findComment(issue, context), form, context);
  });
  on('body', async (issue, form, context) => {
    const body = await textWithFile(form, playground, context.get('visit'));
    context.get('visit').person.edit(issue, { body });
  });
  on('body/reactions', (issue, form, context) => react(issue, form, context));
  on('title', (issue, form, context) => {
    context.get('visit').person.edit(issue, { title: textOf(form, 'title') });
  });
  on('labels', (issue, form, context) => {
    const { person } = context.get('visit');
    const name = textOf(form, 'label');
    if (issue.labels.some((label) => label.name === name)) person.unlabel(issue, name);
    else person.label(issue, name);
  });
  on('lock', (issue, form, context) => {
    const { person } = context.get('visit');
    if (textOf(form, 'lock') === 'yes') person.lock(issue);
    else person.unlock(issue);
  });
  addTicking(pages, playground);
}

/** Boxes are ticked by our script, which shows the page again where that was refused: it says why. */
function addTicking(pages: Hono<WebEnvironment>, { repository }: Playground): void {
  pages.post(
    '/:kind{issues|pull}/:number{[0-9]+}/:place{body|comments/[0-9]+}/tasks',
    async (context) => {
      const issue = repository.issues.get(Number(context.req.param('number')));
      const id = Number(/\d+$/.exec(context.req.param('place'))?.[0] ?? 0);
      const comment = issue?.comments.find((each) => each.id === id);
      if (issue === undefined || (id !== 0 && comment === undefined)) return context.notFound();
      const form = await readForm(context);
      const { person } = context.get('visit');
      try {
        if (comment) person.editComment(comment, tick(comment.body, form));
        else person.edit(issue, { body: tick(issue.body, form) });
        return context.body(null, 204);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        leaveNotice(context, refusalNotice(error));
        return context.body(null, 422);
      }
    },
  );
}

/** A text with one box checked, or not anymore. @throws Refusal where the text has changed meanwhile */
function tick(text: string, form: FormData): string {
  const changed = setTask(text, textOf(form, 'task'), textOf(form, 'checked') === 'yes');
  if (changed !== undefined) return changed;
  throw new Refusal('UNPROCESSABLE', 'The text has changed meanwhile, and the box is not there');
}

async function setState(issue: Issue, state: string, context: WebContext): Promise<void> {
  const { person } = context.get('visit');
  if (state === 'closed') person.close(issue);
  if (state === 'not-planned') person.close(issue, 'NOT_PLANNED');
  if (state === 'open') await person.reopen(issue);
}

function findComment(issue: Issue, context: WebContext): Comment | undefined {
  const id = Number(context.req.param('id'));
  return issue.comments.find((comment) => comment.id === id);
}

/** Gives a reaction, or takes the visitor's own back. */
function react(subject: Issue | Comment | undefined, form: FormData, context: WebContext): void {
  const { person } = context.get('visit');
  const content = textOf(form, 'content');
  if (subject === undefined || !isReaction(content)) return;
  const own = subject.reactions.find(
    (reaction) => reaction.author === person.account && reaction.content === content,
  );
  if (own) person.unreact(own);
  else person.react(subject, content);
}
