import type { Hono } from 'hono';
import { describeList, describeSetup } from '../../../setup/describe-setup.ts';
import { loadTemplates } from '../../../templates.ts';
import { describeProblem } from '../../../words/describe-problem.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { addActionWorkflow, type ListChoice, makeReady } from '../../repository/make-ready.ts';
import { type Html, html } from '../components/html.ts';
import { postForm } from '../components/post-form.ts';
import { typed } from '../components/text.ts';
import { readForm, textOf } from '../guard.ts';
import { show } from '../layout.ts';
import { leaveNotice } from '../sessions.ts';
import type { Visit, WebEnvironment } from '../visit.ts';

/** Sets a repository up as `poweredby init` does, and asks which list is meant where that cannot be known. */
export function addMakeReady(pages: Hono<WebEnvironment>, playground: Playground): void {
  const home = homeOf(playground);
  pages.post('/make-ready', async (context) => {
    const list = textOf(await readForm(context), 'list') || undefined;
    const { report, choices } = await makeReady(playground.emulator, playground.repository, list);
    if (playground.runs) await addActionWorkflow(playground.emulator, playground.repository);
    if (choices.length > 0) {
      const content = chooser(context.get('visit'), home, choices);
      return show(context, playground, { title: 'Which list?', tab: 'home', content, path: home });
    }
    const templates = loadTemplates('en');
    const text = report.ok
      ? `The configuration and the issue form are pushed. ${describeSetup(report.value, templates).join(' ')}`
      : report.problems.map((each) => describeProblem(each, templates).message).join(' ');
    leaveNotice(context, { kind: report.ok ? 'done' : 'refused', text });
    return context.redirect(home, 303);
  });
}

/** The panel that offers it. */
export function setUpFirst(visit: Visit, home: string): Html {
  return html`<section class="panel hint"><h2>Set up this repository first</h2><p>It has no <code>.github/poweredby.yml</code> yet. Powered By can find the list, its fields, languages and logos, and push a configuration and an issue form, as <code>poweredby init</code> does. Only this copy changes.</p>${postForm(visit, { action: `${home}/make-ready` }, html`<button class="button button-primary" data-working="Setting up…">Set it up</button>`)}</section>`;
}

function chooser(visit: Visit, home: string, choices: readonly ListChoice[]): Html {
  const templates = loadTemplates('en');
  const buttons = choices.map(
    ({ address, list }) =>
      html`<button class="button button-block" name="list" value="${address}" data-working="Setting up…">${typed(describeList(list, templates))}</button>`,
  );
  return html`<div class="page-head"><h1>Which list?</h1></div><section class="panel hint"><p>Several lists look alike. Choose the one in which companies ask to be listed.</p>${postForm(visit, { action: `${home}/make-ready`, className: 'stack' }, html`${buttons}`)}</section>`;
}
