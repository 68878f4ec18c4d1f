import {
  type Comment,
  type Issue,
  type ReactionContent,
  reactionContents,
} from '../../../../emulator/world/model.ts';
import type { Visit } from '../../visit.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { postForm } from '../post-form.ts';

/** How each reaction looks, and what it is called. */
const looks: Readonly<Record<ReactionContent, readonly [emoji: string, words: string]>> = {
  THUMBS_UP: ['👍', 'thumbs up'],
  THUMBS_DOWN: ['👎', 'thumbs down'],
  LAUGH: ['😄', 'laugh'],
  HOORAY: ['🎉', 'hooray'],
  CONFUSED: ['😕', 'confused'],
  HEART: ['❤️', 'heart'],
  ROCKET: ['🚀', 'rocket'],
  EYES: ['👀', 'eyes'],
};

const contents = Object.keys(looks) as readonly ReactionContent[];

/** Whether a word names a reaction. */
export function isReaction(word: string): word is ReactionContent {
  return Object.hasOwn(reactionContents, word);
}

/** The reactions to something, each a button that gives the visitor's own or takes it back. */
export function reactions(visit: Visit, subject: Issue | Comment, action: string): Html {
  const given = contents.filter((content) =>
    subject.reactions.some((each) => each.content === content),
  );
  const buttons = given.map((content) => {
    const [emoji, words] = looks[content];
    const all = subject.reactions.filter((each) => each.content === content);
    const isOwn = all.some(({ author }) => author === visit.person.account);
    const names = all.map(({ author }) => author.login).join(', ');
    return html`<button class="reaction" name="content" value="${content}" aria-pressed="${String(isOwn)}" title="${names}" aria-label="${words}, ${all.length}: ${names}"><span aria-hidden="true">${emoji}</span> ${all.length}</button>`;
  });
  const more = contents.filter((content) => !given.includes(content));
  return postForm(
    visit,
    { action, className: 'reactions' },
    html`<details class="menu reaction-menu" data-menu><summary aria-label="React">${icon('smiley')}</summary><div class="menu-panel">${more.map(
      (content) =>
        html`<button class="reaction-choice" name="content" value="${content}" aria-label="React with ${looks[content][1]}">${looks[content][0]}</button>`,
    )}</div></details>${buttons.length === 0 ? nothing : buttons}`,
  );
}
