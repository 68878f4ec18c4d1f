import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problem } from '../../src/problem/problem.ts';
import { loadTemplates } from '../../src/templates.ts';
import {
  type NotificationContext,
  type NotifiedStatus,
  writeNotification,
} from '../../src/words/notification.ts';
import { actsIn, seen, show } from './shown.ts';
import { visibleText } from './typed-texts.ts';

const english = loadTemplates('en');
const chinese = loadTemplates('zh');
const context: NotificationContext = {
  login: 'ann',
  statusUrl: 'https://github.com/apache/flink/issues/12#issuecomment-1',
  formUrl: 'https://github.com/apache/flink/issues/new?template=powered-by.yml',
};

function write(status: NotifiedStatus, more: Partial<NotificationContext> = {}, words = english) {
  return writeNotification(status, { ...context, ...more }, words);
}

const noLogo = { problem: problem('attachment-missing', 'logo'), label: 'Logo' };
const merged = { kind: 'merged', change: 'add', company: 'Juniper', pull: 13 } as const;
const statuses: readonly NotifiedStatus[] = [
  { kind: 'problems', problems: [noLogo] },
  { kind: 'problems', problems: [noLogo, noLogo] },
  merged,
  { ...merged, change: 'update' },
  { ...merged, change: 'remove' },
  { kind: 'pull-closed', pull: 13 },
  { kind: 'withdrawn' },
  { kind: 'label-taken-off', label: 'powered-by' },
];

describe.each([english, chinese])('a notification in $language', (templates) => {
  it.each(statuses)('of $kind mentions one person, and nobody else', (status) => {
    const text = write(status, {}, templates);
    expect(text).not.toMatch(/undefined|\{\{/);
    expect(text.startsWith('@ann')).toBe(true);
    expect(actsIn(show(text.replace('@ann', '')).prose, 13)).toEqual([]);
  });
});

describe('a notification', () => {
  it('of problems counts them, and links the list', () => {
    const text = write({ kind: 'problems', problems: [noLogo, noLogo] });
    expect(text).toContain('2 things to fix');
    expect(show(text).links).toEqual([context.statusUrl]);
  });

  it('of a closed pull request quotes what a maintainer wrote there, as text', () => {
    const quote = { login: 'mary', text: 'Sorry, @ann,\r\n\r\nwe list #users only.' };
    const text = write({ kind: 'pull-closed', pull: 13 }, { quote });
    expect(seen(text)).toContain('mary wrote on the pull request');
    expect(text).toMatch(/^> Sorry, .*\n>\n> we list/m);
    expect(actsIn(show(text.replace('@ann', '')).prose, 13)).toEqual([]);
  });

  it('of a quotation does nothing, whatever it says', () => {
    fc.assert(
      fc.property(visibleText, (typed) => {
        const quote = { login: 'mary', text: typed };
        const text = write({ kind: 'pull-closed', pull: 13 }, { quote });
        expect(show(text).links).toEqual([]);
        expect(actsIn(show(text.replace('@ann', '')).prose, 13)).toEqual([]);
      }),
    );
  });

  it('of a withdrawal says who withdrew, as far as that is known', () => {
    expect(write({ kind: 'withdrawn' }, { withdrawnBy: 'mary' })).toContain('withdrawn by mary.');
    expect(write({ kind: 'withdrawn' })).toContain('was withdrawn.');
  });

  it('of a merge asks for the translation that is missing', () => {
    const untranslated = { languages: ['Chinese'], locale: 'zh' };
    expect(write(merged, { untranslated })).toContain('`/poweredby text zh …`');
    expect(write(merged)).not.toContain('/poweredby text');
    expect(write({ ...merged, change: 'remove' }, { untranslated })).not.toContain('text zh');
  });
});
