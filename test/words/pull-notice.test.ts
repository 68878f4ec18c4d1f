import { describe, expect, it } from 'vitest';
import { loadTemplates } from '../../src/templates.ts';
import type { PullClosing, PullNotice } from '../../src/words/pull-content.ts';
import { withClosingNotice, withPullNotice } from '../../src/words/pull-notice.ts';
import { fillMarkdown } from '../../src/words/text/fill-markdown.ts';

const templates = [loadTemplates('en'), loadTemplates('zh')];
const notices: readonly PullNotice[] = ['pushed-to', 'outdated', 'unapproved', 'refused'];
const reasons: readonly PullClosing[] = [
  'withdrawn',
  'issue-closed',
  'label-taken-off',
  'nothing-to-change',
  'submission-elsewhere',
];

describe.each(templates)('the body of our pull request in $language', (words) => {
  it.each(notices)('has one notice at its top, of the latest kind: %s', (notice) => {
    const body = withPullNotice('Closes #12', notice, words);
    expect(body).toMatch(/^> \[!WARNING\]\n> .+\n\nCloses #12$/);
    expect(withPullNotice(body, notice, words)).toBe(body);
    for (const before of notices) {
      const noticed = withPullNotice('Closes #12', before, words);
      expect(withPullNotice(noticed, notice, words)).toBe(body);
      expect(withPullNotice(noticed.replaceAll('\n', '\r\n'), notice, words)).toBe(body);
    }
  });

  it.each(reasons)('says why it is closed, instead of how to go on: %s', (reason) => {
    const hint = fillMarkdown(words['pull-request'].commands, { hasTexts: 'yes' });
    const open = withPullNotice(`Closes #12\n\n${hint}`, 'outdated', words);
    const closed = withClosingNotice(open, reason, 'mary', words);
    expect(closed).toMatch(/^> \[!NOTE\]\n> .+\n\nCloses #12$/);
    expect(withClosingNotice(closed, reason, 'mary', words)).toBe(closed);
  });

  it('says who withdrew it, where that is known', () => {
    const by = (login: string) => withClosingNotice('Closes #12', 'withdrawn', login, words);
    expect(by('mary')).toContain('mary');
    expect(by('')).not.toMatch(/@|undefined/);
  });
});
