import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reaction } from '../../../src/github/changes/reaction.ts';
import type { CommentFacts, Thread } from '../../../src/github/nodes/thread.ts';
import type { PullFacts } from '../../../src/github/submission/submission-snapshot.ts';
import { refusalKey } from '../../../src/reconcile/history/history-state.ts';
import { replayHistory } from '../../../src/reconcile/history/replay-history.ts';
import {
  type AnsweredCommand,
  type AnsweredCommands,
  textFingerprint,
} from '../../../src/reconcile/observe/commands/answered-commands.ts';
import { findCommands } from '../../../src/reconcile/observe/commands/command-comment.ts';
import type { ObservedIssue } from '../../../src/reconcile/observe/observed-issue.ts';
import { configurationOf } from '../../submission/configuration.ts';
import {
  at,
  branch,
  comment,
  issue,
  observedIssue,
  person,
  pull,
  pullBody,
  snapshot,
} from '../facts.ts';

const configuration = configurationOf();

/** What happens to an issue of ann's, in the minutes in which it does; `mary` and `max` may write. */
interface Story {
  /** Answered a minute later, or not yet. */
  readonly said?: readonly Said[];
  readonly isForm?: boolean;
  readonly merged?: { readonly minute: number; readonly change?: 'add' | 'update' | 'remove' };
  readonly pullClosed?: { readonly minute: number; readonly byUs?: boolean };
  readonly isPullOpen?: boolean;
  /** When somebody pushed to its branch. */
  readonly pushed?: number;
  readonly issueClosed?: number;
  readonly reopened?: number;
  readonly isLabelTakenOff?: boolean;
}

interface Said {
  readonly minute: number;
  readonly who: string;
  readonly words: string;
  readonly answer?: 'accepted' | 'refused';
  readonly edited?: number;
}

const by =
  (answer?: 'accepted' | 'refused') =>
  (minute: number, who: string, words: string): Said => ({
    minute,
    who,
    words,
    ...(answer && { answer }),
  });
/** Somebody gives a command, which we accept, refuse, or have not answered yet. */
const [accepted, refused, asks] = [by('accepted'), by('refused'), by()];

function commentOf({ minute, who, words, answer, edited }: Said): CommentFacts {
  const reaction: Reaction = answer === 'accepted' ? 'THUMBS_UP' : 'CONFUSED';
  return comment(minute, {
    body: `/poweredby ${words}`,
    author: person(who),
    editedAt: edited === undefined ? undefined : at(edited),
    reactions: answer ? new Map([[reaction, at(minute + 1)]]) : new Map(),
  });
}

function pullsOf({ merged, pullClosed, isPullOpen }: Story): PullFacts[] {
  const pulls: PullFacts[] = [];
  if (isPullOpen) pulls.push(pull({ number: 15 }));
  if (pullClosed) {
    const closed = { at: at(pullClosed.minute), byUs: pullClosed.byUs === true };
    pulls.push(pull({ number: 14, state: 'CLOSED', closed }));
  }
  if (merged) {
    const body = pullBody({ change: merged.change ?? 'add' });
    pulls.push(pull({ state: 'MERGED', mergedAt: at(merged.minute), body }));
  }
  return pulls;
}

/** What was answered: of a command that was edited behind its answer, what stood there before. */
function judgedOf(thread: Thread): AnsweredCommands {
  return Object.fromEntries(
    thread.flatMap(({ sequence, body, createdAt, editedAt, reactions }) => {
      if (reactions.size === 0) return [];
      const isOther = editedAt !== undefined && editedAt > createdAt;
      const fingerprint = textFingerprint(isOther ? `${body} before` : body);
      const accepted = reactions.get('THUMBS_UP');
      const answered: AnsweredCommand = accepted
        ? [fingerprint, accepted.getTime() / 1000]
        : [fingerprint];
      return [[String(sequence), answered]];
    }),
  );
}

function factsOf(story: Story): ObservedIssue {
  const {
    said = [],
    isForm = true,
    isPullOpen,
    pushed,
    issueClosed,
    reopened,
    isLabelTakenOff = false,
  } = story;
  const isOpen = issueClosed === undefined || (reopened !== undefined && reopened > issueClosed);
  return observedIssue({
    issue: issue({
      isOpen,
      closedAt: issueClosed === undefined ? undefined : at(issueClosed),
      reopenedAt: reopened === undefined ? undefined : at(reopened),
    }),
    isForm,
    snapshot: snapshot({
      pulls: pullsOf(story),
      branch: isPullOpen === true ? branch() : undefined,
    }),
    writers: new Map([
      ['mary', true],
      ['max', true],
      ['ann', false],
      ['bob', false],
    ]),
    commands: findCommands(said.map(commentOf), configuration, judgedOf(said.map(commentOf))),
    isLabelTakenOff,
    pushedAt: pushed === undefined ? undefined : at(pushed),
    configuration,
  });
}

/** What the issue has come to, in a few words, and the answers to what was asked. */
function endOf(story: Story): string {
  const { request, halt, merged, results } = replayHistory(factsOf(story));
  const from = request?.kind === 'entry' ? request.source.kind : undefined;
  const texts = request?.kind === 'entry' ? Object.values(request.texts) : [];
  const asked = request?.kind === 'removal' ? `remove ${request.company}` : from;
  return [
    asked ?? 'nothing',
    ...texts,
    ...(halt ? [`stopped: ${halt}`] : []),
    ...(merged && !request ? ['merged'] : []),
    ...results.map(({ problems: [found] }) => found?.code ?? 'accepted'),
  ].join(', ');
}

const entry = 'add\ncompany: Harbour\n![x](https://github.com/user-attachments/assets/1)';

const stories: readonly (readonly [name: string, story: Story, end: string])[] = [
  ['a form', {}, 'form'],
  ['no form', { isForm: false }, 'nothing'],

  ['a text by the submitter', { said: [accepted(1, 'ann', 'text zh 一')] }, 'form, 一'],
  [
    'a text that is replaced, and another locale’s',
    {
      said: [
        accepted(1, 'ann', 'text zh 一'),
        accepted(3, 'mary', 'text en One'),
        accepted(5, 'ann', 'text zh 二'),
      ],
    },
    'form, 二, One',
  ],
  ['a text that was refused', { said: [refused(1, 'bob', 'text zh 一')] }, 'form'],
  ['a text by a stranger', { said: [asks(1, 'bob', 'text zh 一')] }, 'form, command-for-submitter'],
  [
    'a text that is too long',
    { said: [asks(1, 'ann', `text zh ${'x'.repeat(5000)}`)] },
    'form, description-too-long',
  ],
  [
    'a text where nothing is asked for',
    { isForm: false, said: [asks(1, 'mary', 'text zh 一')] },
    'nothing, command-needs-submission',
  ],

  ['add, for what is asked for already', { said: [asks(1, 'ann', 'add')] }, 'form, accepted'],
  [
    'add, in an issue that is no form: the company is told how to go on',
    { isForm: false, said: [asks(1, 'mary', 'add')] },
    'form, accepted',
  ],
  ['a comment’s entry', { isForm: false, said: [asks(1, 'mary', entry)] }, 'comment, accepted'],
  [
    'a stranger’s entry',
    { isForm: false, said: [asks(1, 'bob', entry)] },
    'nothing, command-for-submitter',
  ],
  [
    'an entry in the place of the form’s, whose texts do not belong to it',
    { said: [accepted(1, 'ann', 'text zh 一'), accepted(3, 'mary', entry)] },
    'comment',
  ],
  [
    'an entry, withdrawn and taken up again',
    {
      isForm: false,
      said: [accepted(1, 'mary', entry), accepted(3, 'mary', 'withdraw'), asks(5, 'mary', 'add')],
    },
    'comment, accepted',
  ],

  ['withdraw', { said: [asks(1, 'ann', 'withdraw')] }, 'form, stopped: withdrawn, accepted'],
  [
    'withdraw, twice',
    { said: [accepted(1, 'ann', 'withdraw'), asks(3, 'ann', 'withdraw')] },
    'form, stopped: withdrawn, command-nothing-open',
  ],
  [
    'withdraw, and add again, with its texts',
    {
      said: [
        accepted(1, 'ann', 'text zh 一'),
        accepted(3, 'ann', 'withdraw'),
        accepted(5, 'ann', 'add'),
      ],
    },
    'form, 一',
  ],
  [
    'withdraw after the merge',
    { merged: { minute: 1 }, said: [asks(3, 'ann', 'withdraw')] },
    'nothing, merged, command-already-merged',
  ],
  [
    'withdrawn, and the issue opened again',
    { said: [accepted(1, 'ann', 'withdraw')], issueClosed: 5, reopened: 7 },
    'form',
  ],

  ['the merge', { merged: { minute: 1 } }, 'nothing, merged'],
  [
    'a text after the merge',
    { merged: { minute: 1 }, said: [asks(3, 'ann', 'text zh 一')] },
    'texts, 一, accepted',
  ],
  [
    'two texts after the merge',
    {
      merged: { minute: 1 },
      said: [accepted(3, 'ann', 'text zh 一'), asks(5, 'ann', 'text en One')],
    },
    'texts, 一, One, accepted',
  ],
  [
    'a text before the merge',
    { merged: { minute: 5 }, said: [accepted(1, 'ann', 'text zh 一')] },
    'nothing, merged',
  ],
  [
    'a text after a removal was merged',
    { merged: { minute: 1, change: 'remove' }, said: [asks(3, 'ann', 'text zh 一')] },
    'nothing, merged, command-needs-submission',
  ],
  [
    'the merge, and the issue opened again',
    { merged: { minute: 1 }, issueClosed: 1, reopened: 3 },
    'form',
  ],

  ['the issue closed', { issueClosed: 1 }, 'form, stopped: issue-closed'],
  ['the issue closed and opened', { issueClosed: 1, reopened: 3 }, 'form'],
  [
    'the issue closed, and add by the submitter',
    { issueClosed: 1, said: [asks(3, 'ann', 'add')] },
    'form, stopped: issue-closed, command-stopped-for-writers',
  ],
  [
    'the issue closed, and add by a writer',
    { issueClosed: 1, said: [asks(3, 'mary', 'add')] },
    'form, accepted',
  ],
  [
    'add by a writer, and then the issue closed',
    { issueClosed: 5, said: [accepted(1, 'mary', 'add')] },
    'form, stopped: issue-closed',
  ],
  ['the issue closed by the merge', { merged: { minute: 1 }, issueClosed: 1 }, 'nothing, merged'],

  ['the pull request closed', { pullClosed: { minute: 1 } }, 'form, stopped: pull-closed'],
  ['the pull request closed by us', { pullClosed: { minute: 1, byUs: true } }, 'form'],
  [
    'the pull request closed, and add by the submitter',
    { pullClosed: { minute: 1 }, said: [asks(3, 'ann', 'add')] },
    'form, stopped: pull-closed, command-stopped-for-writers',
  ],
  [
    'the pull request closed, and add by a writer',
    { pullClosed: { minute: 1 }, said: [asks(3, 'mary', 'add')] },
    'form, accepted',
  ],
  [
    'the pull request closed, and the issue opened again',
    { pullClosed: { minute: 1 }, issueClosed: 3, reopened: 5 },
    'form, stopped: pull-closed',
  ],
  ['an earlier pull request closed', { pullClosed: { minute: 1 }, isPullOpen: true }, 'form'],

  ['the label taken off', { isLabelTakenOff: true }, 'form, stopped: label-taken-off'],
  [
    'the label taken off, and add by a writer',
    { isLabelTakenOff: true, said: [asks(1, 'mary', 'add')] },
    'form, accepted',
  ],
  [
    'the label taken off, and add by the submitter',
    { isLabelTakenOff: true, said: [asks(1, 'ann', 'add')] },
    'form, stopped: label-taken-off, command-stopped-for-writers',
  ],
  [
    'the label taken off where nothing is asked for',
    { isForm: false, isLabelTakenOff: true },
    'nothing',
  ],

  [
    'remove by a writer',
    { isForm: false, said: [asks(1, 'mary', 'remove Juniper')] },
    'remove Juniper, accepted',
  ],
  [
    'remove by the submitter',
    { isForm: false, said: [asks(1, 'ann', 'remove Juniper')] },
    'nothing, command-for-writers',
  ],
  [
    'remove in the issue of an open submission',
    { said: [asks(1, 'mary', 'remove Alder')] },
    'form, command-remove-elsewhere',
  ],
  [
    'remove in the issue of a submission that was withdrawn',
    { said: [accepted(1, 'ann', 'withdraw'), asks(3, 'mary', 'remove Alder')] },
    'remove Alder, accepted',
  ],
  [
    'remove in the issue of a submission whose pull request a maintainer closed',
    { pullClosed: { minute: 1 }, said: [asks(3, 'mary', 'remove Alder')] },
    'remove Alder, accepted',
  ],
  [
    'remove after the merge',
    { merged: { minute: 1 }, said: [asks(3, 'mary', 'remove Juniper')] },
    'remove Juniper, accepted',
  ],

  [
    'rebuild, with nothing open',
    { said: [asks(1, 'mary', 'rebuild')] },
    'form, command-nothing-open',
  ],
  ['rebuild', { isPullOpen: true, said: [asks(1, 'mary', 'rebuild')] }, 'form, accepted'],
  [
    'rebuild, over what was pushed before',
    { isPullOpen: true, pushed: 1, said: [asks(3, 'mary', 'rebuild')] },
    'form, accepted',
  ],
  [
    'rebuild, before something was pushed',
    { isPullOpen: true, pushed: 5, said: [asks(3, 'mary', 'rebuild')] },
    'form, command-before-push',
  ],
  [
    'rebuild, written again by an edit after something was pushed',
    { isPullOpen: true, pushed: 5, said: [{ ...accepted(3, 'mary', 'rebuild'), edited: 7 }] },
    'form, accepted',
  ],
  [
    'rebuild by the submitter',
    { isPullOpen: true, said: [asks(1, 'ann', 'rebuild')] },
    'form, command-for-writers',
  ],
  ['help by anybody', { said: [asks(1, 'bob', 'help')] }, 'form, accepted'],
  ['a command that is none', { said: [asks(1, 'bob', 'dance')] }, 'form, command-unknown'],

  [
    'a command that was edited after it was accepted',
    { said: [{ ...accepted(1, 'ann', 'withdraw'), edited: 5 }] },
    'form, stopped: withdrawn, accepted',
  ],
  [
    'help that became something else after it was accepted',
    { said: [{ ...accepted(1, 'bob', 'withdraw'), edited: 2 }] },
    'form, command-for-submitter',
  ],
  [
    'a command that comes last because it was edited, though it was written first',
    { said: [{ ...accepted(1, 'ann', 'withdraw'), edited: 9 }, accepted(5, 'ann', 'add')] },
    'form, stopped: withdrawn, accepted',
  ],
  [
    'several that wait, each answered by what those before it do',
    { said: [asks(1, 'ann', 'withdraw'), asks(2, 'ann', 'withdraw'), asks(3, 'ann', 'add')] },
    'form, accepted, command-nothing-open, accepted',
  ],
];

describe('an issue comes to what it asks for by', () => {
  it.each(stories)('%s', (_, story, end) => {
    expect(endOf(story)).toBe(end);
  });
});

describe('a history', () => {
  it('says who took it up, and whether our commit is wanted over another’s', () => {
    const of = (story: Story) => {
      const { isApproved, isApprovedByWriter, isForced } = replayHistory(factsOf(story));
      return { isApproved, isApprovedByWriter, isForced };
    };
    const none = { isApproved: false, isApprovedByWriter: false, isForced: false };
    expect(of({})).toEqual(none);
    expect(of({ said: [asks(1, 'ann', 'add')] })).toEqual({ ...none, isApproved: true });
    expect(of({ said: [asks(1, 'mary', 'add')] })).toEqual({
      ...none,
      isApproved: true,
      isApprovedByWriter: true,
    });
    expect(of({ said: [accepted(1, 'mary', 'add')] })).toEqual({ ...none, isApproved: true });
    expect(of({ isPullOpen: true, said: [asks(1, 'mary', 'rebuild')] }).isForced).toBe(true);
    expect(of({ isPullOpen: true, said: [accepted(1, 'mary', 'rebuild')] }).isForced).toBe(false);
  });

  it('goes on without a command that turned out not to be possible', () => {
    const facts = factsOf({ said: [asks(1, 'mary', 'withdraw')] });
    const problems = [{ code: 'company-not-listed', field: 'company', values: {} } as const];
    const history = replayHistory(facts, new Map([[refusalKey('C_1', 'withdraw'), problems]]));
    expect(history.halt).toBeUndefined();
    expect(history.results.map((result) => result.problems)).toEqual([problems]);
  });

  it('knows who asked for an entry, a text or a removal', () => {
    const requesterOf = (story: Story) => {
      const { request } = replayHistory(factsOf(story));
      if (!request) return '';
      if (request.kind !== 'entry') return request.requester.login;
      return request.source.kind === 'form' ? 'the form' : request.source.requester.login;
    };
    expect(requesterOf({})).toBe('the form');
    expect(requesterOf({ isForm: false, said: [asks(1, 'max', entry)] })).toBe('max');
    expect(requesterOf({ merged: { minute: 1 }, said: [asks(3, 'mary', 'text zh 一')] })).toBe(
      'mary',
    );
    expect(requesterOf({ isForm: false, said: [asks(1, 'mary', 'remove Juniper')] })).toBe('mary');
  });

  describe('with a command of which only our reaction says that it was accepted', () => {
    /** Each was edited a moment before it got its thumb, and our note does not know it. */
    const unproven = (story: Story) => {
      const facts = factsOf(story);
      const commands = facts.commands.map((given) => ({ ...given, isUnproven: true }));
      const { request, halt, isForced, results } = replayHistory({ ...facts, commands });
      const problems = results.flatMap((result) => result.problems.map(({ code }) => code));
      return [
        request?.kind === 'removal' ? request.company : request?.kind,
        halt,
        isForced,
        problems,
      ];
    };

    it('counts it where its author may give it, at its time', () => {
      const said = [accepted(1, 'ann', 'withdraw'), accepted(3, 'ann', 'add')];
      expect(unproven({ said })).toEqual(['entry', undefined, false, []]);
      const removal = { isForm: false, said: [accepted(1, 'mary', 'remove Juniper')] };
      expect(unproven(removal)).toEqual(['Juniper', undefined, false, []]);
      expect(unproven({ ...removal, merged: { minute: 5, change: 'remove' } })[0]).toBeUndefined();
    });

    it('refuses it where its author may not', () => {
      const withdrawn = { said: [accepted(1, 'eve', 'withdraw')] };
      expect(unproven(withdrawn)).toEqual(['entry', undefined, false, ['command-for-submitter']]);
      const stopped = { pullClosed: { minute: 2 }, said: [accepted(4, 'ann', 'add')] };
      const problems = ['command-stopped-for-writers'];
      expect(unproven(stopped)).toEqual(['entry', 'pull-closed', false, problems]);
    });

    it('never does a rebuild again', () => {
      const said = [accepted(1, 'mary', 'rebuild'), accepted(2, 'eve', 'rebuild')];
      expect(unproven({ said, isPullOpen: true })).toEqual(['entry', undefined, false, []]);
    });
  });

  const minute = fc.integer({ min: 1, max: 12 });
  const said: fc.Arbitrary<Said> = fc
    .record({
      minute,
      who: fc.constantFrom('ann', 'bob', 'mary'),
      words: fc.constantFrom(
        ...['add', 'withdraw', 'rebuild', 'help', 'dance', entry],
        ...['text zh 一', 'text en One', 'remove Juniper'],
      ),
      answer: fc.constantFrom('accepted', 'refused', undefined),
      edited: fc.option(minute, { nil: undefined }),
    })
    .map(({ answer, edited, ...rest }) => ({
      ...rest,
      ...(answer && { answer }),
      ...(edited !== undefined && { edited }),
    }));
  const story: fc.Arbitrary<Story> = fc.record(
    {
      // No two comments are written in one moment.
      said: fc.uniqueArray(said, { maxLength: 7, selector: (each) => each.minute }),
      isForm: fc.boolean(),
      merged: fc.record({ minute, change: fc.constantFrom('add', 'update', 'remove') }),
      pullClosed: fc.record({ minute, byUs: fc.boolean() }),
      isPullOpen: fc.boolean(),
      issueClosed: minute,
      reopened: minute,
      isLabelTakenOff: fc.boolean(),
    },
    { requiredKeys: ['said', 'isForm'] },
  );

  it('does not depend on the order in which comments are read', () => {
    const shuffled = story.chain((each) => {
      const { said: all = [] } = each;
      const orders = fc.shuffledSubarray([...all], { minLength: all.length });
      return fc.tuple(fc.constant(each), orders);
    });
    fc.assert(
      fc.property(shuffled, ([each, order]) => {
        expect(replayHistory(factsOf({ ...each, said: order }))).toEqual(
          replayHistory(factsOf(each)),
        );
      }),
    );
  });

  it('is stopped only where something is asked for, and judges each command that waits once', () => {
    fc.assert(
      fc.property(story, (each) => {
        const facts = factsOf(each);
        const history = replayHistory(facts);
        if (history.halt) expect(history.request).toBeDefined();
        const pending = facts.commands.filter(({ state }) => state === 'pending');
        expect(history.results.map(({ given }) => given.comment.id).sort()).toEqual(
          pending.map((given) => given.comment.id).sort(),
        );
      }),
    );
  });

  it('is the same once what was accepted has its answer: a second look changes nothing', () => {
    fc.assert(
      fc.property(story, (each) => {
        const { isForced, isApprovedByWriter, results, ...history } = replayHistory(factsOf(each));
        const accepts = new Map(
          results.map(({ given, problems }) => [given.comment.id, problems.length === 0]),
        );
        // We answer after everything that has happened, one after the other.
        const answered = (each.said ?? []).map((one): Said => {
          const isAccepted = accepts.get(`C_${one.minute}`);
          if (isAccepted === undefined) return one;
          const { edited, ...rest } = one;
          return { ...rest, answer: isAccepted ? 'accepted' : 'refused' };
        });
        const facts = factsOf({ ...each, said: answered });
        const commands = facts.commands.map((given) =>
          accepts.has(given.comment.id) ? { ...given, at: at(100) } : given,
        );
        const again = replayHistory({ ...facts, commands, isLabelTakenOff: false });
        expect(again.results).toEqual([]);
        if (each.isLabelTakenOff) return;
        expect([again.request, again.halt]).toEqual([history.request, history.halt]);
      }),
    );
  });
});
