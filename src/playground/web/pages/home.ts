import type { Hono } from 'hono';
import { type Configuration, configurationPath } from '../../../config/configuration.ts';
import { formPath as issueFormPath } from '../../../form/write-form.ts';
import { languageName } from '../../../submission/language-name.ts';
import { encodePath } from '../../../text/addresses.ts';
import { demoOf } from '../../demos.ts';
import { people } from '../../people.ts';
import { homeOf, type Playground } from '../../playground.ts';
import { configurationAt } from '../../read-configuration.ts';
import { avatar } from '../components/avatar.ts';
import { repositorySwitch } from '../components/home/repository-switch.ts';
import { steps } from '../components/home/steps.ts';
import { type Html, html, nothing } from '../components/html.ts';
import { icon } from '../components/icon.ts';
import { postForm } from '../components/post-form.ts';
import { typed } from '../components/text.ts';
import { formPath } from '../issue-form/form-path.ts';
import { show } from '../layout.ts';
import type { Visit, WebEnvironment } from '../visit.ts';
import { setUpFirst } from './make-ready.ts';

/** The first page: what this is, and what to do next. */
export function addHome(pages: Hono<WebEnvironment>, playground: Playground): void {
  const home = homeOf(playground);
  pages.get('/', async (context) => {
    const visit = context.get('visit');
    const configuration = await configurationAt(playground);
    const project = configuration?.ok ? configuration.value.project : playground.repository.name;
    const content = html`<section class="hero">
  <h1><span>A company asks.</span> <span>The list changes.</span> <span>Nobody edits a file.</span></h1>
  <p>Powered By turns an issue form into a pull request that a maintainer merges untouched. Here you can try every part of it, with ${demoOf(playground.repository) ? html`<strong>${project}</strong>, a project that does not exist` : html`a copy of <strong>${playground.repository.name}</strong>`}.</p>
  ${playground.runs ? html`<p>Here, the <strong>GitHub Action</strong> does the work: no server, and a <a href="${home}/actions">run</a> for each event.</p>` : nothing}
  ${repositorySwitch(playground)}
</section>
${configuration?.ok ? steps(playground, visit, configuration.value) : notReady(visit, home, configuration !== undefined)}
<div class="home-columns">
  <div class="panels"><section class="panel"><h2>You can be anyone</h2><p class="muted">Switch here or at the top. Everyone can do what GitHub would let them do.</p>${persons(visit, home)}</section>${configuration?.ok ? files(configuration.value, playground) : nothing}</div>
  <section class="panel"><h2>Things to try</h2>${configuration?.ok ? ideas(playground, configuration.value) : firstIdeas(home)}</section>
</div>`;
    return show(context, playground, { title: 'Home', tab: 'home', content });
  });
}

function notReady(visit: Visit, home: string, isBroken: boolean): Html {
  if (isBroken) {
    return html`<section class="panel hint"><h2>The configuration cannot be read</h2><p>Fix <code>.github/poweredby.yml</code> in your checkout and start again. <code>poweredby check</code> says what is wrong with it.</p></section>`;
  }
  return setUpFirst(visit, home);
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
  return html`<ul class="ideas">${studioIdea(home)}</ul>`;
}

function studioIdea(home: string): Html {
  return html`<li>${icon('image')}<span>Drop your worst logo into <a href="${home}/studio">the studio</a>.</span></li>`;
}

/** The files that a maintainer would look for. */
function files({ pages: paths, locales }: Configuration, playground: Playground): Html {
  const { repository } = playground;
  const home = homeOf(playground);
  const file = (path: string, words: string) =>
    html`<li>${icon('file')}<span><a href="${home}/blob/${repository.defaultBranch}/${encodePath(path)}"><code>${typed(path)}</code></a> <span class="muted">${words}</span></span></li>`;
  return html`<section class="panel"><h2>The repository’s files</h2><ul class="ideas">${file(configurationPath, 'The configuration')}${file(issueFormPath, 'The issue form')}${locales.map((locale) => file(paths[locale] ?? '', locales.length > 1 ? `The list in ${languageName(locale, 'en')}` : 'The list'))}</ul></section>`;
}

function ideas(playground: Playground, { locales, sourceLocale, logo }: Configuration): Html {
  const { runs } = playground;
  const home = homeOf(playground);
  const other = locales.find((locale) => locale !== sourceLocale);
  const text =
    other === undefined
      ? nothing
      : html`<li>${icon('globe')}<span>Comment <code>/poweredby text ${other} …</code> on your issue: the list in ${languageName(other, 'en')} gets its own text.</span></li>`;
  return html`<ul class="ideas">
  <li>${icon('x-circle-fill', 'icon-closed')}<span><a href="${formPath(home)}">Make every mistake at once</a> (the form has an example), and fix it by editing the issue.</span></li>
  ${text}
  <li>${icon('person')}<span>Switch to the stranger, and comment <code>/poweredby withdraw</code> on somebody else’s issue.</span></li>
  <li>${icon('issue-opened')}<span><a href="${home}/issues/new">Open an issue without the form</a>, and comment <code>/poweredby add</code> on it as the maintainer.</span></li>
  <li>${icon('git-merge')}<span>Submit two companies, and merge one after the other: there is never a conflict.</span></li>
  <li>${icon('repo-push')}<span>As the maintainer, push to a branch of Powered By: it leaves it alone from then on.</span></li>
  <li>${icon('pencil')}<span>As the maintainer, <a href="${home}/edit?${new URLSearchParams({ path: configurationPath })}">edit the configuration</a>: try <code>language: zh</code> or <code>open: on-command</code>.</span></li>
  ${logo.need === 'none' ? nothing : studioIdea(home)}
  <li>${icon('zap')}<span>${runs ? 'Disable the workflow or lose an event' : 'Stop the app or lose a webhook'} <a href="${home}/behind-the-scenes">behind the scenes</a>: nothing is lost.</span></li>
</ul>`;
}
