import { homeOf, type Playground } from '../../playground.ts';
import { type Html, html, nothing } from './html.ts';
import { icon } from './icon.ts';
import type { IconName } from './icon-names.ts';

/** The parts of the playground. */
export type Tab = 'home' | 'issues' | 'pulls' | 'site' | 'studio' | 'actions' | 'behind';

interface TabLink {
  readonly tab: Tab;
  readonly words: string;
  readonly path: string;
  readonly icon: IconName;
  readonly count?: number;
}

/** The way between the parts. */
export function tabs(playground: Playground, current: Tab | undefined): Html {
  const home = homeOf(playground);
  const open = [...playground.repository.issues.values()].filter(({ isOpen }) => isOpen);
  const pulls = open.filter(({ pull }) => pull).length;
  const links: readonly TabLink[] = [
    { tab: 'home', words: 'Home', path: '', icon: 'home' },
    {
      tab: 'issues',
      words: 'Issues',
      path: '/issues',
      icon: 'issue-opened',
      count: open.length - pulls,
    },
    {
      tab: 'pulls',
      words: 'Pull requests',
      path: '/pulls',
      icon: 'git-pull-request',
      count: pulls,
    },
    { tab: 'site', words: 'The site', path: '/site', icon: 'browser' },
    { tab: 'studio', words: 'Logo studio', path: '/studio', icon: 'image' },
    ...(playground.runs
      ? [{ tab: 'actions', words: 'Actions', path: '/actions', icon: 'play' } as const]
      : []),
    { tab: 'behind', words: 'Behind the scenes', path: '/behind-the-scenes', icon: 'pulse' },
  ];
  return html`<nav class="tabs" aria-label="Repository" id="tabs" data-live>
  <ul>${links.map(
    (link) =>
      html`<li><a href="${home}${link.path}" ${
        link.tab === current ? html`aria-current="page"` : ''
      }>${icon(link.icon)}${link.words}${
        link.count === undefined ? nothing : html` <span class="counter">${link.count}</span>`
      }</a></li>`,
  )}</ul>
</nav>`;
}
