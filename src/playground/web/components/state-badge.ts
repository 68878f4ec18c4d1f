import type { Issue } from '../../../emulator/world/model.ts';
import { type Html, html } from './html.ts';
import { icon } from './icon.ts';
import type { IconName } from './icon-names.ts';

interface State {
  readonly word: string;
  readonly kind: 'open' | 'closed' | 'done' | 'skipped';
  readonly icon: IconName;
}

function stateOf({ isOpen, pull, stateReason }: Issue): State {
  if (pull) {
    if (pull.merged) return { word: 'Merged', kind: 'done', icon: 'git-merge' };
    if (isOpen) return { word: 'Open', kind: 'open', icon: 'git-pull-request' };
    return { word: 'Closed', kind: 'closed', icon: 'git-pull-request-closed' };
  }
  if (isOpen) return { word: 'Open', kind: 'open', icon: 'issue-opened' };
  return stateReason === 'NOT_PLANNED'
    ? { word: 'Closed', kind: 'skipped', icon: 'skip' }
    : { word: 'Closed', kind: 'done', icon: 'issue-closed' };
}

/** Whether an issue or a pull request is open, in a word on a colour. */
export function stateBadge(issue: Issue): Html {
  const state = stateOf(issue);
  return html`<span class="state state-${state.kind}">${icon(state.icon)} ${state.word}</span>`;
}

/** The same as an icon, for lists. */
export function stateIcon(issue: Issue): Html {
  const state = stateOf(issue);
  const what = issue.pull ? 'pull request' : 'issue';
  return html`<span class="state-icon state-icon-${state.kind}">${icon(state.icon)}<span class="visually-hidden">${state.word} ${what}</span></span>`;
}
