import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Remark } from '../../../../src/problem/remark.ts';
import { withMarker } from '../../../../src/reconcile/observe/notes/marker.ts';
import {
  type CommentNote,
  type PullNote,
  readCommentNote,
  readPullNote,
} from '../../../../src/reconcile/observe/notes/notes.ts';
import type { LabelledProblem, Status } from '../../../../src/words/comment-content.ts';

const problem = {
  code: 'company-too-long',
  field: 'company',
  values: { limit: 100, name: '--> 你好 \u{1f600} "' },
} as const;
const labelled: Required<LabelledProblem> = { problem, label: 'Company', key: 'name' };
const remark: Remark = { code: 'logo-enlarged', values: { times: 2 } };
/** Each kind of status with every part that it may have: the type check fails where one is missing here. */
const statuses: { readonly [Kind in Status['kind']]: Required<Extract<Status, { kind: Kind }>> } = {
  problems: { kind: 'problems', problems: [labelled, { problem }], pull: 3, askedIn: 'comment' },
  'logo-waiting': { kind: 'logo-waiting', problems: [labelled], pull: 3 },
  proposed: {
    kind: 'proposed',
    askedIn: 'comment',
    change: 'update',
    company: 'Juniper',
    pull: 3,
    remarks: [remark],
    isPushedTo: true,
  },
  waiting: { kind: 'waiting', company: 'Juniper', pull: 3 },
  'form-wanted': {
    kind: 'form-wanted',
    form: 'https://github.com/acme/site/issues/new',
    lines: '/poweredby add',
    hasSeveral: true,
    hasNoLogo: true,
  },
  merged: { kind: 'merged', change: 'remove', company: 'Juniper', pull: 3 },
  refused: { kind: 'refused', company: 'Juniper', pull: 3 },
  'nothing-to-change': { kind: 'nothing-to-change', company: 'Juniper' },
  withdrawn: { kind: 'withdrawn' },
  'issue-closed': { kind: 'issue-closed' },
  'label-taken-off': { kind: 'label-taken-off', label: 'powered-by' },
  'pull-closed': { kind: 'pull-closed', pull: 3 },
  'repository-broken': { kind: 'repository-broken', problems: [problem], file: 'page.md' },
  quota: { kind: 'quota', whose: 'repository', limit: 30 },
  none: { kind: 'none' },
};

const reviewed = {
  content: 'digest',
  logo: {
    address: 'https://raw.githubusercontent.com/acme/site/main/logo.svg',
    fingerprint: 'f',
    settings: '600',
    oid: 'o'.repeat(40),
    remarks: [remark],
  },
};
const commentNote = (status: Status): CommentNote => ({
  digest: 'digest',
  commit: 'c'.repeat(40),
  label: 'powered-by',
  answered: { 4000000001: ['fingerprint', 1_790_000_000], 4000000002: ['fingerprint'] },
  reviewed,
  form,
  status,
  told: ['merged 13'],
});
const published = { commit: 'c'.repeat(40), digest: 'digest' };
const form: CommentNote['form'] = [
  { id: 'company', type: 'input', label: 'Company', required: true, placeholder: 'Acme' },
  {
    id: 'consent',
    type: 'checkboxes',
    label: 'Consent',
    required: true,
    options: [{ label: 'Yes', required: true }],
  },
];
const pullNote: Required<PullNote> = {
  form,
  issue: 12,
  company: 'Juniper --> Parcel',
  change: 'add',
  submitter: 'ann',
  submitterId: 5,
  closesIssue: true,
  base: 'main',
  published,
  reviewed,
  askedBefore: { login: 'bob', issue: 3 },
};

/** Every value that comes of putting something else in the place of one part of another. */
function replaced(value: unknown): unknown[] {
  const others = [null, { odd: value }, [value]];
  if (typeof value !== 'object' || value === null) return others;
  const inside = Object.entries(value).flatMap(([key, part]) =>
    replaced(part).map((other) => {
      const changed = { ...value, [key]: other };
      return Array.isArray(value) ? Object.values(changed) : changed;
    }),
  );
  return [...others, ...inside];
}

/** Every value that comes of leaving out one part of another, by the part's name. */
function shortened(value: object): [string, object][] {
  return Object.keys(value).map((left) => [
    left,
    Object.fromEntries(Object.entries(value).filter(([key]) => key !== left)),
  ]);
}

const commentWith = (note: unknown) => readCommentNote(withMarker('Hello', note));

describe('the note of a comment', () => {
  it.each(Object.entries(statuses))('keeps all of a status %s', (_, status) => {
    const note = commentNote(status);
    expect(commentWith(note)).toEqual(note);
  });

  it('needs neither a commit nor a label, and none of what a status may lack', () => {
    const notes: CommentNote[] = [
      { digest: '', status: { kind: 'none' } },
      { digest: '', status: { kind: 'problems', problems: [] } },
    ];
    for (const note of notes) expect(commentWith(note)).toEqual(note);
  });

  it.each(Object.values(statuses))('with another shape of $kind is none', (status) => {
    for (const other of replaced(commentNote(status))) {
      expect([other, commentWith(other)]).toEqual([other, undefined]);
    }
  });

  it('may lack no other part of a status', () => {
    const optional = [
      ...['pull of problems', 'askedIn of problems', 'pull of logo-waiting'],
      ...['askedIn of proposed', 'pull of waiting', 'form of form-wanted'],
      ...['hasNoLogo of form-wanted', 'pull of refused'],
      'file of repository-broken',
    ];
    const lacking = Object.values(statuses).flatMap((status) =>
      shortened(status).flatMap(([left, other]) => {
        const read = commentWith({ ...commentNote(status), status: other });
        return read ? [`${left} of ${status.kind}`] : [];
      }),
    );
    expect(lacking).toEqual(optional);
  });

  it('is none, and nothing is thrown, whatever stands there', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect([commentWith(value), readPullNote(withMarker('', value))]).toEqual([
          undefined,
          undefined,
        ]);
      }),
    );
  });

  it('with a code that is no longer known is none, and so begun anew', () => {
    const status = { kind: 'problems', problems: [{ problem: { ...problem, code: 'old' } }] };
    expect(commentWith({ digest: '', status })).toBeUndefined();
  });
});

describe('the note of a pull request', () => {
  it('comes back as it was', () => {
    expect(readPullNote(withMarker('Closes #12', pullNote))).toEqual(pullNote);
  });

  it('needs no base and no commit, which are not known before it is open', () => {
    const { base: _, published: __, ...note } = pullNote;
    expect(readPullNote(withMarker('Closes #12', note))).toEqual(note);
  });

  it('of another shape is none', () => {
    const optional = ['submitterId', 'base', 'published', 'reviewed', 'form', 'askedBefore'];
    const needed = shortened(pullNote).filter(([left]) => !optional.includes(left));
    const lacking = [...needed, ...shortened(published)].map(([left, other]) =>
      left in pullNote ? other : { ...pullNote, published: other },
    );
    for (const other of [...replaced(pullNote), ...lacking]) {
      expect([other, readPullNote(withMarker('', other))]).toEqual([other, undefined]);
    }
    expect(readPullNote('Closes #12')).toBeUndefined();
    expect(readPullNote(withMarker('', commentNote(statuses.none)))).toBeUndefined();
  });
});
