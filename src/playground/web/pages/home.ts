import type { Hono } from 'hono';
import type { Configuration } from '../../../config/configuration.ts';
import { languageName } from '../../../submission/language-name.ts';
import { loadTemplates } from '../../../templates.ts';
import { describeProblem } from '../../../words/describe-problem.ts';
import { makeReady } from '../../make-ready.ts';
import { people } from '../../people.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { configurationAt } from '../../read-configuration.ts';
import { act } from '../act.ts';
import { avatar } from '../components/avatar.ts';
import { type Html, html, nothing } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { postForm } from '../components/post-form.ts';
import { steps } from '../components/steps.ts';
import { formPath } from '../issue-form/form-path.ts';
import { show } from '../layout.ts';
import { leaveNotice } from '../sessions.ts';
import type { Visit, WebEnvironment } from '../visit.ts';

/** The first page: what this is, and what to do next. */
export function addHome(pages: Hono<WebEnvironment>, playground: Playground): void {
  const home = homeOf(playground);
  pages.get('/', async (context) => {
    const visit = context.get('visit');
    const configuration = await configurationAt(playground);
    const project = configuration?.ok ? configuration.value.project : playground.repository.name;
    const isReady = configuration?.ok === true;
    const content = html`<section class="hero">
  <h1><span>A company asks.</span> <span>A page changes.</span> <span>Nobody edits YAML.</span></h1>
  <p>Powered By turns an issue form into a pull request that a maintainer merges untouched. Here you can play every part of it, with ${playground.isDemo ? html`<strong>${project}</strong>, a project that does not exist` : html`a copy of <strong>${playground.repository.name}</strong>`}.</p>
</section>
${isReady ? steps(playground, visit) : notReady(visit, home, configuration !== undefined)}
<div class="home-columns">
  <section class="panel"><h2>You can be anyone</h2><p class="muted">Switch at the top, or here. What each may do is what GitHub would let them do.</p>${persons(visit, home)}</section>
  <section class="panel"><h2>Things to try</h2>${configuration?.ok ? ideas(playground, configuration.value) : firstIdeas(home)}</section>
</div>`;
    return show(context, playground, { title: 'Home', tab: 'home', content });
  });

  pages.post('/make-ready', (context) =>
    act(context, home, async () => {
      const report = await makeReady(playground.emulator, playground.repository);
      const templates = loadTemplates('en');
      const text = report.ok
        ? 'The configuration and the issue form are pushed. The form is open.'
        : report.problems.map((each) => describeProblem(each, templates).message).join(' ');
      leaveNotice(context, { kind: report.ok ? 'done' : 'refused', text });
    }),
  );
}

function notReady(visit: Visit, home: string, isBroken: boolean): Html {
  if (isBroken) {
    return html`<section class="panel hint"><h2>The configuration cannot be read</h2><p>Fix <code>.github/poweredby.yml</code> in your checkout and start again. <code>poweredby check</code> says what is wrong with it.</p></section>`;
  }
  return html`<section class="panel hint"><h2>First, make this repository ready</h2><p>It has no <code>.github/poweredby.yml</code> yet. Powered By can find the page, its languages and its logos by itself, and push a configuration and an issue form, as <code>poweredby init</code> does. Only this copy is written to.</p>${postForm(visit, { action: `${home}/make-ready` }, html`<button class="button button-primary" data-working="Looking…">Make it ready</button>`)}</section>`;
}

function persons(visit: Visit, home: string): Html {
  return postForm(
    visit,
    { action: '/you-are', className: 'persons' },
    html`<input type="hidden" name="back" value="${home}">${people.map(
      (person) =>
        html`<button class="person" name="person" value="${person.key}" ${person === visit.identity ? html`aria-current="true"` : ''}>${avatar(person.login, 32)}<span><strong>${person.title}</strong> <span class="muted">${person.login}</span><br><span class="muted">${person.rights}</span></span>${person === visit.identity ? icon('check', 'menu-check') : nothing}</button>`,
    )}`,
  );
}

/** What there is to try before the repository is ready. */
function firstIdeas(home: string): Html {
  return html`<ul class="ideas"><li>${icon('image')}<span>Drop your worst logo into <a href="${home}/studio">the studio</a>.</span></li></ul>`;
}

function ideas(playground: Playground, { locales, sourceLocale }: Configuration): Html {
  const home = homeOf(playground);
  const other = locales.find((locale) => locale !== sourceLocale);
  const text =
    other === undefined
      ? nothing
      : html`<li>${icon('globe')}<span>Comment <code>/poweredby text ${other} …</code> on your issue: the page in ${languageName(other, 'en')} has its own words.</span></li>`;
  return html`<ul class="ideas">
  <li>${icon('x-circle-fill', 'icon-closed')}<span><a href="${formPath(home)}">Get everything wrong at once</a>${playground.isDemo ? ' (the form has an example of it)' : ''}, and fix it by editing the issue.</span></li>
  ${text}
  <li>${icon('person')}<span>Be the stranger, and comment <code>/poweredby withdraw</code> on another’s issue.</span></li>
  <li>${icon('git-merge')}<span>Let two companies ask, and merge one after the other: no conflict stays.</span></li>
  <li>${icon('repo-push')}<span>As maintainer, push to the app’s branch by hand: it is left alone from then on.</span></li>
  <li>${icon('image')}<span>Drop your worst logo into <a href="${home}/studio">the studio</a>.</span></li>
  <li>${icon('zap')}<span>Stop the app or lose a webhook <a href="${home}/behind-the-scenes">behind the scenes</a>: nothing is lost.</span></li>
</ul>`;
}
