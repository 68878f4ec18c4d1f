import type { TimelineEvent } from '../../../../emulator/world/model.ts';
import { homeOf, type Playground } from '../../../playground.ts';
import { avatar } from '../avatar.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import type { IconName } from '../icon-names.ts';
import { label } from '../label.ts';
import { typed } from '../text.ts';
import { time } from '../time.ts';

/** One line of a thread: what somebody did, beside words. */
export function happening(event: TimelineEvent, playground: Playground): Html {
  const { actor, createdAt, id } = event;
  const { icon: name, kind, words } = lineOf(event, playground);
  const now = playground.emulator.clock.now();
  return html`<div class="thread-item happening" id="event-${id}" data-live-item><span class="happening-icon happening-${kind}">${icon(name)}</span><p>${avatar(actor.login, 20)} <strong>${actor.login}</strong> ${words} <span class="muted">${time(createdAt, now)}</span></p></div>`;
}

interface Line {
  readonly icon: IconName;
  readonly kind: 'quiet' | 'open' | 'closed' | 'done';
  readonly words: Html;
}

function lineOf({ happening: what, issue }: TimelineEvent, playground: Playground): Line {
  const thing = issue.pull ? 'pull request' : 'issue';
  switch (what.type) {
    case 'ClosedEvent': {
      const by = what.closer
        ? html` in <a href="${homeOf(playground)}/pull/${what.closer.number}">#${what.closer.number}</a>`
        : '';
      const isPlanned = issue.stateReason !== 'NOT_PLANNED';
      return issue.pull
        ? { icon: 'git-pull-request-closed', kind: 'closed', words: html`closed this ${thing}` }
        : {
            icon: isPlanned ? 'issue-closed' : 'skip',
            kind: isPlanned ? 'done' : 'quiet',
            words: html`closed this${isPlanned ? ' as completed' : ' as not planned'}${by}`,
          };
    }
    case 'ReopenedEvent':
      return {
        icon: issue.pull ? 'git-pull-request' : 'issue-reopened',
        kind: 'open',
        words: html`reopened this ${thing}`,
      };
    case 'MergedEvent':
      return {
        icon: 'git-merge',
        kind: 'done',
        words: html`merged commit <code>${what.oid.slice(0, 7)}</code> into <code>${issue.pull?.baseRefName ?? ''}</code>`,
      };
    case 'LabeledEvent':
      return { icon: 'tag', kind: 'quiet', words: html`added the ${label(what.label)} label` };
    case 'UnlabeledEvent':
      return { icon: 'tag', kind: 'quiet', words: html`removed the ${label(what.label)} label` };
    case 'LockedEvent':
      return { icon: 'lock', kind: 'quiet', words: html`locked this conversation` };
    case 'UnlockedEvent':
      return { icon: 'unlock', kind: 'quiet', words: html`unlocked this conversation` };
    case 'RenamedTitleEvent':
      return {
        icon: 'pencil',
        kind: 'quiet',
        words: html`changed the title from <del>${typed(what.from)}</del> to <strong>${typed(what.to)}</strong>`,
      };
    case 'HeadRefDeletedEvent':
      return {
        icon: 'git-branch',
        kind: 'quiet',
        words: html`deleted the branch <code>${issue.pull?.headRefName ?? ''}</code>`,
      };
    case 'HeadRefForcePushedEvent':
      return {
        icon: 'repo-push',
        kind: 'quiet',
        words: html`force-pushed the <code>${issue.pull?.headRefName ?? ''}</code> branch from <code>${what.before.slice(0, 7)}</code> to <code>${what.after.slice(0, 7)}</code>`,
      };
    case 'PullRequestReview':
      return { icon: 'check', kind: 'open', words: html`approved these changes` };
  }
}
