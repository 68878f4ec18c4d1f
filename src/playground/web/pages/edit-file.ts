import type { Hono } from 'hono';
import { homeOf, type Playground } from '../../playground.ts';
import { act } from '../act.ts';
import { html } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { postForm } from '../components/post-form.ts';
import { typed } from '../components/text.ts';
import { readForm, textOf } from '../guard.ts';
import { show } from '../layout.ts';
import { leaveNotice } from '../sessions.ts';
import type { WebEnvironment } from '../visit.ts';

/** Edits a file on a branch, as anyone with write access can. */
export function addEditFile(pages: Hono<WebEnvironment>, playground: Playground): void {
  const { emulator, repository } = playground;
  const home = homeOf(playground);
  pages.get('/edit', async (context) => {
    const { branch = repository.defaultBranch, path = '' } = context.req.query();
    const text = await emulator.readFile(repository, path, `refs/heads/${branch}`);
    if (text === undefined) return context.notFound();
    const content = html`<div class="page-head"><h1 class="path">${icon('pencil')} <code>${typed(path)}</code></h1></div>
<p class="muted">This pushes a commit to <code class="branch">${branch}</code>.</p>
${postForm(
  context.get('visit'),
  { action: `${home}/edit`, className: 'issue-form', label: 'Edit the file' },
  html`<input type="hidden" name="branch" value="${branch}"><input type="hidden" name="path" value="${path}">
  <div class="field"><label class="field-label" for="text">Text</label><textarea id="text" name="text" rows="24" class="code" spellcheck="false">${text}</textarea></div>
  <div class="field"><label class="field-label" for="message">Commit message</label><input type="text" id="message" name="message" value="Edit by hand" required maxlength="200" autocomplete="off"></div>
  <div class="form-foot"><button class="button button-primary">${icon('repo-push')} Commit and push</button></div>`,
)}`;
    return show(context, playground, { title: `Edit ${path}`, content });
  });

  pages.post('/edit', async (context) => {
    const form = await readForm(context);
    const [branch, path] = [textOf(form, 'branch'), textOf(form, 'path')];
    const before = await emulator.readFile(repository, path, `refs/heads/${branch}`);
    if (before === undefined) return context.notFound();
    const pull = emulator
      .pulls(repository)
      .findLast((issue) => issue.isOpen && issue.pull?.headRefName === branch);
    const target = pull ? `${home}/pull/${pull.number}` : home;
    // Browsers send line breaks as CRLF, whatever the file has.
    const text = textOf(form, 'text').replaceAll('\r\n', before.includes('\r\n') ? '\r\n' : '\n');
    if (text === before) {
      leaveNotice(context, {
        kind: 'refused',
        text: 'Nothing was pushed, because the file has not changed.',
      });
      return context.redirect(`${home}/edit?${new URLSearchParams({ branch, path })}`, 303);
    }
    return act(context, target, async () => {
      const message = textOf(form, 'message').trim() || 'Edit by hand';
      const { person } = context.get('visit');
      await person.push(repository, { branch, message, files: { [path]: text } });
    });
  });
}
