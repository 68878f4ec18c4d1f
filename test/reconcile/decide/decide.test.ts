import { describe, expect, it } from 'vitest';
import { problem } from '../../../src/problem/problem.ts';
import { failure, success } from '../../../src/problem/result.ts';
import { decide } from '../../../src/reconcile/decide/decide.ts';
import type { Decision } from '../../../src/reconcile/decide/decision.ts';
import { digestOf } from '../../../src/reconcile/decide/digest.ts';
import { circumstancesOf } from '../../../src/reconcile/decide/held-refusals.ts';
import type { Situation } from '../../../src/reconcile/decide/situation.ts';
import { replayHistory } from '../../../src/reconcile/history/replay-history.ts';
import { findCommands } from '../../../src/reconcile/observe/commands/command-comment.ts';
import type { CommentNote } from '../../../src/reconcile/observe/notes/notes.ts';
import type { ObservedIssue } from '../../../src/reconcile/observe/observed-issue.ts';
import type { Prepared } from '../../../src/reconcile/prepare/prepare.ts';
import { readDefaultLinkTexts } from '../../../src/templates.ts';
import type { Refusal } from '../../../src/words/comment-content.ts';
import { configurationWith, openedPages } from '../../proposal/requests.ts';
import {
  at,
  branch,
  comment,
  issue,
  observedIssue,
  otherPull,
  person,
  pull,
  pullBody,
  snapshot,
} from '../facts.ts';

const address = 'https://github.com/user-attachments/assets/dovetail';

interface Answers {
  readonly company?: string;
  readonly description?: string;
  readonly logo?: string;
}

/** The issue's form with these answers. */
function bodyOf(
  configuration: ObservedIssue['configuration'],
  {
    company = 'Dovetail',
    description = 'Dovetail joins boards.',
    logo = `![logo](${address})`,
  }: Answers,
): string {
  const { form } = observedIssue({ configuration });
  const typed = new Map([
    ['company', company],
    ['description', description],
    ['logo', logo],
  ]);
  const answers = form.map(({ id, label, options = [] }) => {
    const boxes = options.map((option) => `- [X] ${option.label}`).join('\n');
    return `### ${label}\n\n${typed.get(id) ?? (boxes || '_No response_')}\n`;
  });
  return answers.join('\n');
}

type Said = readonly [who: string, words: string];

interface Case {
  readonly lines?: string;
  readonly answers?: Answers;
  readonly observed?: Partial<ObservedIssue>;
  readonly snapshot?: Parameters<typeof snapshot>[0];
  readonly issue?: Parameters<typeof issue>[0];
  /** Commands of these people that were accepted. */
  readonly accepted?: readonly Said[];
  /** Commands of these people, none of which has an answer. */
  readonly said?: readonly Said[];
  readonly prepared?: Partial<Prepared> | 'nothing';
  /** What GitHub refused in this job. */
  readonly refused?: readonly Refusal[];
  /** What it refused before: in which minute, and whether what that followed from is so still. */
  readonly before?: {
    readonly refusal: Refusal;
    readonly minute: number;
    readonly isSame: boolean;
  };
  /** What our comment noted, with the digest of the situation. */
  readonly settled?: CommentNote['status'];
}

const others = [] as const;
const writers = new Map([
  ['mary', true],
  ['ann', false],
]);

function situationOf(each: Case): Situation {
  const configuration = configurationWith(each.lines);
  const accepted = (each.accepted ?? []).map(([who, words], index) => {
    const reactions = new Map([['THUMBS_UP' as const, at(index + 2)]]);
    return comment(index + 2, { author: person(who), body: `/poweredby ${words}`, reactions });
  });
  const said = (each.said ?? []).map(([who, words], index) =>
    comment(index + 5, { author: person(who), body: `/poweredby ${words}` }),
  );
  const thread = [...accepted, ...said];
  const observed = observedIssue({
    configuration,
    snapshot: snapshot({ others, ...each.snapshot }),
    issue: issue({ body: bodyOf(configuration, each.answers ?? {}), thread, ...each.issue }),
    commands: findCommands(thread, configuration, {}),
    writers,
    ...each.observed,
  });
  const history = replayHistory(observed);
  const situation = { ...observed, history, refused: each.refused ?? [], refusedBefore: undefined };
  if (!each.before) return situation;
  const { refusal, minute, isSame } = each.before;
  const refusals = [refusal];
  const after = isSame ? circumstancesOf(situation, refusals) : 'something else';
  const refusedBefore = { at: at(minute).getTime() / 1000, after, refusals };
  return { ...situation, refusedBefore };
}

function preparedFor({ prepared, lines }: Case): Prepared | undefined {
  if (prepared === 'nothing') return undefined;
  const pin = { address, fingerprint: 'f', settings: '600', oid: 'o', remarks: [] };
  return {
    pages: success(openedPages(undefined, configurationWith(lines))),
    logo: success({ content: Uint8Array.of(1, 2, 3), remarks: [], pin, isOther: false }),
    defaultLinkTexts: readDefaultLinkTexts(),
    ...prepared,
  };
}

/** A decision in a few words. */
function wordsOf(decision: Decision): string {
  if (decision.kind === 'command-refused') {
    return `refuses ${decision.commentId}: ${decision.problems.map(({ code }) => code)}`;
  }
  if (decision.kind !== 'desired-state') return decision.kind;
  const { status, proposed, isTornDown, closesIssue, notice, digest } = decision.state;
  const details = {
    problems: () => ('problems' in status ? status.problems.map(codeOf).join(' ') : ''),
    change: () => ('change' in status ? `${status.change} ${status.company}` : ''),
    whose: () => ('whose' in status ? status.whose : ''),
  };
  return [
    status.kind,
    details.change(),
    details.problems(),
    details.whose(),
    proposed && 'with a commit',
    isTornDown && 'torn down',
    closesIssue && 'issue closed',
    notice && `says ${notice}`,
    digest === '' && 'again next time',
  ]
    .filter(Boolean)
    .join(', ');
}

function codeOf(each: unknown): string {
  const { code, problem: inner }: { code?: string; problem?: { code: string } } = Object(each);
  return inner?.code ?? code ?? '';
}

function decided(each: Case): string {
  const situation = situationOf(each);
  const note = each.settled && {
    digest: digestOf(situation),
    commit: branch().oid,
    status: each.settled,
  };
  const noted = note ? { ...situation, note } : situation;
  return wordsOf(decide(noted, preparedFor(each), at(10).getTime()));
}

const open = pull({ body: pullBody({ company: 'Dovetail' }) });
const published = { branch: branch(), pulls: [open] };
const merged = pull({
  state: 'MERGED',
  mergedAt: at(3),
  body: pullBody({ company: 'Dovetail' }),
});
const proposed = {
  kind: 'proposed',
  change: 'add',
  company: 'Dovetail',
  pull: 13,
  remarks: [],
  isPushedTo: false,
} as const;
const unreachable = problem('download-unreachable', 'logo', { host: 'github.com' });
const broken = problem('page-missing', 'en.md', { locale: 'en' });

const words = { branch: 'poweredby/issue-12', words: 'No' };
const noCreation: Refusal = {
  act: 'publish',
  problem: problem('refused-branch-creation', 'publish', words),
};
const noClosing: Refusal = {
  act: 'close-pull-request',
  problem: problem('refused-permission', 'close-pull-request', words),
};
const refused = { kind: 'refused', company: 'Dovetail' } as const;
const waiting = { kind: 'waiting', company: 'Dovetail' } as const;

const elm = `add
company: Elm
description: Elm grows slowly.

![logo](${address})`;

/** A pull request for a company was merged, and the issue is open again. */
function afterMerge(company: string): Case {
  return {
    observed: { isForm: false },
    snapshot: { pulls: [{ ...merged, body: pullBody({ company }) }] },
    issue: { reopenedAt: at(4) },
  };
}

const cases: readonly (readonly [name: string, outcome: string, situation: Case])[] = [
  ['a new submission', 'proposed, add Dovetail, with a commit', {}],
  [
    'what else is open not read yet',
    'needs-other-pull-requests',
    { snapshot: { others: undefined } },
  ],
  ['nothing prepared yet', 'needs-preparation', { prepared: 'nothing' }],
  [
    'GitHub has refused the branch in this job',
    'refused, torn down, says refused',
    { refused: [noCreation] },
  ],
  [
    'GitHub has refused to update the pull request in this job',
    'refused, says refused',
    { snapshot: published, refused: [noCreation] },
  ],
  [
    'GitHub has refused what a command wants',
    'refuses C_5: refused-branch-creation',
    { refused: [noCreation], said: [['ann', 'add']] },
  ],
  [
    'GitHub has refused to close what somebody withdraws',
    'refuses C_5: refused-permission',
    { snapshot: published, refused: [noClosing], said: [['ann', 'withdraw']] },
  ],
  [
    'a question for help, where GitHub has refused the branch',
    'refused, torn down, says refused',
    { refused: [noCreation], said: [['ann', 'help']] },
  ],
  [
    'GitHub refused the branch minutes ago',
    'refused, torn down',
    {
      before: { refusal: noCreation, minute: 5, isSame: true },
      settled: refused,
      prepared: 'nothing',
    },
  ],
  [
    'GitHub refused the branch minutes ago, and our comment, too',
    'none',
    { before: { refusal: noCreation, minute: 5, isSame: true }, prepared: 'nothing' },
  ],
  [
    'GitHub refused the branch a day ago',
    'needs-preparation',
    {
      before: { refusal: noCreation, minute: -24 * 60, isSame: true },
      settled: refused,
      prepared: 'nothing',
    },
  ],
  [
    'GitHub refused the branch for what was asked before',
    'needs-preparation',
    {
      before: { refusal: noCreation, minute: 5, isSame: false },
      settled: refused,
      prepared: 'nothing',
    },
  ],
  [
    'GitHub refused the branch minutes ago, and somebody gives a command',
    'needs-preparation',
    {
      before: { refusal: noCreation, minute: 5, isSame: true },
      settled: refused,
      said: [['ann', 'add']],
      prepared: 'nothing',
    },
  ],
  [
    'an open pull request needs no others',
    'needs-preparation',
    { snapshot: { ...published, others: undefined }, prepared: 'nothing' },
  ],
  ['all as it was left', 'proposed, add Dovetail', { snapshot: published, settled: proposed }],
  [
    'a commit that is not the noted one any more',
    'needs-preparation',
    {
      snapshot: { ...published, branch: branch({ oid: 'd'.repeat(40) }) },
      settled: proposed,
      prepared: 'nothing',
    },
  ],
  [
    'somebody pushed to the branch',
    'proposed, add Dovetail, says pushed-to, again next time',
    { snapshot: { ...published, branch: branch({ isOurs: false }) } },
  ],
  [
    'a maintainer wants it rebuilt over that',
    'proposed, add Dovetail, with a commit',
    { snapshot: { ...published, branch: branch({ isOurs: false }) }, said: [['mary', 'rebuild']] },
  ],
  [
    'somebody else keeps a branch of that name',
    'problems, branch-occupied, says outdated, again next time',
    { snapshot: { branch: branch({ isOurs: false }) } },
  ],
  [
    'an answer is missing',
    'problems, company-missing, says outdated',
    { answers: { company: '_No response_' } },
  ],
  [
    'the logo cannot be fetched just now',
    'logo-waiting, download-unreachable, says outdated, again next time',
    { prepared: { logo: failure(unreachable) } },
  ],
  [
    'a page cannot be read',
    'repository-broken, page-missing',
    { prepared: { pages: failure(broken) } },
  ],
  [
    'another pull request is for the same company',
    'problems, submission-elsewhere, torn down, says outdated, again next time',
    { snapshot: { others: [otherPull({ body: pullBody({ issue: 19, company: 'DOVETAIL' }) })] } },
  ],
  [
    'two pull requests were opened at once: the later one',
    'problems, submission-elsewhere, torn down, again next time',
    {
      snapshot: {
        ...published,
        others: [otherPull({ number: 9, body: pullBody({ issue: 8, company: 'Dovetail' }) })],
      },
    },
  ],
  [
    'two pull requests were opened at once: the earlier one',
    'proposed, add Dovetail, with a commit',
    {
      snapshot: {
        ...published,
        others: [otherPull({ number: 20, body: pullBody({ issue: 19, company: 'Dovetail' }) })],
      },
    },
  ],
  [
    'the submitter has had enough today',
    'quota, submitter, again next time',
    { lines: 'quota: {submitter: 1}', snapshot: { others: [otherPull()] } },
  ],
  [
    'the repository has had enough today',
    'quota, repository, again next time',
    {
      lines: 'quota: {repository: 1}',
      snapshot: { others: [otherPull({ body: pullBody({ issue: 19, submitter: 'bob' }) })] },
    },
  ],
  [
    'a maintainer approves beyond the quota',
    'proposed, add Dovetail, with a commit',
    {
      lines: 'quota: {submitter: 1}',
      snapshot: { others: [otherPull()] },
      said: [['mary', 'add']],
    },
  ],
  [
    'a form without a logo',
    'problems, attachment-missing, says outdated',
    { answers: { logo: '' }, prepared: { logo: undefined } },
  ],
  [
    'a form without a logo, which a command gives',
    'proposed, add Dovetail, with a commit',
    { answers: { logo: '' }, said: [['ann', `add\n\n![logo](${address})`]] },
  ],
  [
    'a request by comment without a logo',
    'none, again next time',
    { observed: { isForm: false }, said: [['ann', elm.replace(/!.*/, '')]] },
  ],
  [
    'a request by comment without a logo, where the issue has one',
    'proposed, add Elm, with a commit',
    {
      observed: { isForm: false, issueText: { logo: address } },
      said: [['ann', elm.replace(/!.*/, '')]],
    },
  ],
  [
    'a maintainer has still to approve',
    'waiting',
    { lines: 'open: on-command', settled: waiting, prepared: 'nothing' },
  ],
  [
    'a maintainer approves what has waited',
    'needs-preparation',
    {
      lines: 'open: on-command',
      settled: waiting,
      said: [['mary', 'add']],
      prepared: 'nothing',
    },
  ],
  ['a maintainer has to approve', 'waiting', { lines: 'open: on-command' }],
  [
    'a maintainer approves',
    'proposed, add Dovetail, with a commit',
    { lines: 'open: on-command', said: [['mary', 'add']] },
  ],
  [
    'a maintainer approves what was edited in that second',
    'refuses C_5: command-issue-edited',
    { lines: 'open: on-command', said: [['mary', 'add']], issue: { editedAt: at(5) } },
  ],
  [
    'a removal of a company that is not listed',
    'refuses C_5: company-not-listed',
    { observed: { isForm: false }, said: [['mary', 'remove Zinnia']] },
  ],
  [
    'a removal',
    'proposed, remove Birch, with a commit',
    { observed: { isForm: false }, said: [['mary', 'remove Birch']] },
  ],
  [
    'an issue in words of its own',
    'form-wanted',
    { issue: { body: 'We at Dovetail use Millrace. Can you list us?' } },
  ],
  [
    'an issue in words of its own, which our pull request is open for',
    'problems, form-not-the-form, says outdated',
    { issue: { body: 'Never mind.' }, snapshot: published },
  ],
  [
    'another pull request is for the company that a comment asks for',
    'refuses C_5: submission-elsewhere',
    {
      observed: { isForm: false },
      said: [['ann', elm]],
      snapshot: { others: [otherPull({ body: pullBody({ issue: 19, company: 'Elm' }) })] },
    },
  ],
  [
    'another name, which GitHub has refused in this job',
    'refuses C_5: refused-branch-creation',
    {
      observed: { isForm: false },
      refused: [noCreation],
      said: [['mary', 'rename Birch to Alder']],
    },
  ],
  [
    'another name',
    'proposed, update Alder, with a commit',
    { observed: { isForm: false }, said: [['mary', 'rename Birch to Alder']] },
  ],
  [
    'another name of a company that is not listed',
    'refuses C_5: company-not-listed',
    { observed: { isForm: false }, said: [['mary', 'rename Zinnia to Alder']] },
  ],
  [
    'a name that another company has',
    'refuses C_5: company-listed-already',
    { observed: { isForm: false }, said: [['mary', 'rename Birch to Anvil']] },
  ],
  [
    'another text of a company that is listed, once a request was merged',
    'proposed, update Birch, with a commit',
    {
      ...afterMerge('Birch'),
      said: [['ann', 'text en Birch counts its trees twice.']],
      prepared: { logo: undefined },
    },
  ],
  [
    'another text of a company that is not listed any more',
    'refuses C_5: company-not-listed',
    {
      ...afterMerge('Zinnia'),
      said: [['ann', 'text en Zinnia flowers.']],
      prepared: { logo: undefined },
    },
  ],
  [
    'a request by comment',
    'proposed, add Elm, with a commit',
    { observed: { isForm: false }, said: [['ann', elm]] },
  ],
  [
    'a request by comment with the company’s name too long',
    'refuses C_5: company-too-long',
    { observed: { isForm: false }, said: [['ann', elm.replace('Elm', 'E'.repeat(200))]] },
  ],
  [
    'a request by comment, accepted and not possible any more',
    'problems, company-too-long, says outdated',
    { observed: { isForm: false }, accepted: [['ann', elm.replace('Elm', 'E'.repeat(200))]] },
  ],
  [
    'withdrawn',
    'withdrawn, torn down, again next time',
    { snapshot: published, said: [['ann', 'withdraw']] },
  ],
  [
    'the issue was closed',
    'issue-closed, torn down, again next time',
    { snapshot: published, issue: { isOpen: false, closedAt: at(4) } },
  ],
  [
    'a maintainer closed the pull request',
    'pull-closed, again next time',
    { snapshot: { pulls: [pull({ state: 'CLOSED', closed: { at: at(4), byUs: false } })] } },
  ],
  [
    'a maintainer removed the label',
    'label-taken-off, torn down, again next time',
    { snapshot: published, observed: { isLabelTakenOff: true } },
  ],
  [
    'merged',
    'merged, add Dovetail, torn down, issue closed, again next time',
    { snapshot: { pulls: [merged] } },
  ],
  [
    'merged, and its note edited away',
    'merged, add Dovetail, torn down, issue closed, again next time',
    { snapshot: { pulls: [{ ...merged, body: 'Reviewed' }] } },
  ],
  [
    'merged, and the issue reopened',
    'merged, add Dovetail, torn down, again next time',
    {
      observed: { isForm: false },
      snapshot: { pulls: [merged] },
      issue: { reopenedAt: at(4) },
    },
  ],
  [
    'every page says so already',
    'nothing-to-change, torn down',
    {
      answers: {
        company: 'Birch',
        description: 'Birch, a nursery, counts its trees.',
        logo: '_No response_',
      },
      prepared: { logo: undefined },
    },
  ],
  ['nothing was ever requested', 'none, again next time', { observed: { isForm: false } }],
];

describe('what becomes of an issue:', () => {
  it.each(cases)('%s → %s', (_name, outcome, each) => {
    expect(decided(each)).toBe(outcome);
  });
});

describe('with `open: on-command`, what a maintainer approved', () => {
  const lines = 'open: on-command';
  const pin = { address, fingerprint: 'f', settings: '600', oid: 'o', remarks: [] };
  const edited = { description: 'Dovetail sells boards.' };
  const otherLogo = (logo = pin) => ({
    logo: success({ content: Uint8Array.of(9), remarks: [], pin: logo, isOther: true }),
  });

  /** What is decided later, when everything that was approved then has been noted. */
  function decidedLater(each: Case): string {
    const then = { lines, said: [['mary', 'add']] } satisfies Case;
    const approved = decide(situationOf(then), preparedFor(then), at(10).getTime());
    if (approved.kind !== 'desired-state') return approved.kind;
    const { reviewed = {} } = approved.state;
    const observed = { reviewed, ...each.observed };
    const later = {
      lines,
      snapshot: published,
      accepted: [['mary', 'add']],
      ...each,
    } satisfies Case;
    return decided({ ...later, observed });
  }

  it.each<readonly [name: string, outcome: string, later: Case]>([
    ['is proposed', 'proposed, add Dovetail, with a commit', {}],
    ['waits once it is edited', 'waiting, says unapproved', { answers: edited }],
    [
      'is approved again as it is now',
      'proposed, add Dovetail, with a commit',
      { answers: edited, said: [['mary', 'add']] },
    ],
    [
      'waits once the logo’s address gives another picture',
      'waiting, says unapproved',
      { prepared: otherLogo({ ...pin, fingerprint: 'g' }) },
    ],
    [
      'is refused where the logo is another than the maintainer saw',
      'refuses C_5: command-issue-edited',
      { prepared: otherLogo(), said: [['mary', 'add']] },
    ],
    [
      'is not approved by a rebuild once it is edited',
      'refuses C_5: command-approval-wanted',
      { answers: edited, said: [['mary', 'rebuild']] },
    ],
    [
      'may be changed by a maintainer’s own text',
      'proposed, add Dovetail, with a commit',
      { said: [['mary', 'text en Dovetail joins planks.']] },
    ],
    [
      'waits once the company asks for another text',
      'waiting, says unapproved',
      { said: [['ann', 'text en Dovetail joins planks.']] },
    ],
    [
      'stays approved when the maintainer approves the company’s text',
      'proposed, add Dovetail, with a commit',
      {
        said: [
          ['ann', 'text en Dovetail joins planks.'],
          ['mary', 'add'],
        ],
      },
    ],
  ])('%s', (_name, outcome, later) => {
    expect(decidedLater(later)).toBe(outcome);
  });

  it('may be a removal, which is a maintainer’s own', () => {
    const observed = { isForm: false };
    const outcome = 'proposed, remove Birch, with a commit';
    expect(decided({ lines, observed, said: [['mary', 'remove Birch']] })).toBe(outcome);
  });
});
