import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/reconcile/decide/digest.ts';
import type { Situation } from '../../../src/reconcile/decide/situation.ts';
import { configurationOf } from '../../submission/configuration.ts';
import { issue, observedIssue, person, pull, snapshot } from '../facts.ts';

const history: Situation['history'] = {
  request: { kind: 'entry', source: { kind: 'form' }, texts: {} },
  source: { kind: 'form' },
  halt: undefined,
  merged: undefined,
  isApproved: false,
  isForced: false,
  isApprovedByWriter: false,
  hasMoreCommands: false,
  results: [],
};
const situation: Situation = {
  ...observedIssue(),
  history,
  refused: [],
  refusedBefore: undefined,
};
const logo = {
  address: 'https://raw.githubusercontent.com/acme/site/main/logo.svg',
  fingerprint: 'f',
  settings: '100',
  oid: 'o',
  remarks: [],
};
const digest = (changes: Partial<Situation> = {}) => digestOf({ ...situation, ...changes });
const { base } = snapshot();

describe('the digest of what a proposal follows from', () => {
  it('is another one for each thing that matters', () => {
    const request = { kind: 'entry', source: { kind: 'form' }, texts: { zh: 'x' } } as const;
    const digests = [
      digest(),
      digest({ issue: issue({ body: 'Other' }) }),
      digest({ isForm: false }),
      digest({ configuration: configurationOf('pages: {en: page.md}') }),
      digest({ snapshot: snapshot({ filesDigest: 'other' }) }),
      digest({ form: [] }),
      digest({ snapshot: snapshot({ base: { ...base, branch: 'master' } }) }),
      digest({ history: { ...history, request } }),
      digest({ history: { ...history, request: undefined } }),
      digest({ history: { ...history, isApproved: true } }),
      digest({ reviewed: { content: 'approved' } }),
      digest({ reviewed: { logo } }),
      digest({ reviewed: { logo: { ...logo, fingerprint: 'other' } } }),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('is the same for all else: nothing is built again for it', () => {
    const others = [
      digest({ issue: issue({ labels: [], isOpen: false, bodyHtml: 'signed anew' }) }),
      digest({
        snapshot: snapshot({ base: { ...base, oid: 'c'.repeat(40) }, labelId: undefined }),
      }),
      digest({ snapshot: snapshot({ form: { oid: 'other', text: '' } }) }),
      digest({ openPull: pull() }),
      digest({ history: { ...history, isForced: true } }),
    ];
    expect(new Set([digest(), ...others]).size).toBe(1);
  });

  it('does not depend on the body of an issue that is no form', () => {
    const requester = person('ann');
    const request = { kind: 'removal', company: 'Birch', commentId: 'C_1', requester } as const;
    const asked = { ...history, request };
    const body = (text: string) =>
      digest({ isForm: false, history: asked, issue: issue({ body: text }) });
    expect(body('one')).toBe(body('two'));
  });

  it('fits a note', () => {
    expect(digest()).toMatch(/^[\w-]{43}$/);
  });
});
