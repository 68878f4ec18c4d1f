import { describe, expect, it } from 'vitest';
import { type Finding, finding } from '../../../src/check/finding.ts';
import { describePullCheck } from '../../../src/check/pull/describe-pull-check.ts';
import { loadTemplates } from '../../../src/templates.ts';

const templates = loadTemplates('en');
const missing = (company: string, line: number, path = 'ADOPTERS.md'): Finding =>
  finding('field-missing', { path, line }, { company, name: 'Use' });
const padded = finding('row-not-padded', { path: 'ADOPTERS.md', line: 9 }, { company: 'Elm' });

const said = (fresh: readonly Finding[], old: readonly Finding[] = [], words = templates) =>
  describePullCheck({ kind: 'checked', language: words.language, fresh, old }, words);

describe('what is said of a pull request', () => {
  it('is a failure for an error, neutral for a warning, and a success for what was there before', () => {
    expect(said([missing('Elm', 3), padded])).toMatchObject({
      conclusion: 'failure',
      title: '1 thing to fix',
    });
    expect(said([padded])).toMatchObject({ conclusion: 'neutral', title: '1 thing to look at' });
    expect(said([], [missing('Elm', 3)])).toMatchObject({ conclusion: 'success' });
    expect(said([])).toMatchObject({ conclusion: 'success', annotations: [] });
  });

  it('has errors first, then warnings, then notices of what was there before', () => {
    const { annotations } = said([padded, missing('Fir', 4)], [missing('Elm', 3)]);
    expect(annotations.map(({ level, line }) => `${level} ${line}`)).toEqual([
      'failure 4',
      'warning 9',
      'notice 3',
    ]);
  });

  it('stays within what GitHub takes, however much there is, in any language', () => {
    for (const language of ['en', 'zh'] as const) {
      const many = Array.from({ length: 3000 }, (_, index) =>
        missing(`${'公司'.repeat(300)}${index}`, index + 1, `${'目录/'.repeat(200)}a.md`),
      );
      const { summary, annotations, title } = said(many, many, loadTemplates(language));
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_535);
      expect(annotations).toHaveLength(200);
      expect(title).toContain('3000');
      const longest = annotations.map(({ message }) => Buffer.byteLength(message));
      expect(Math.max(...longest)).toBeLessThanOrEqual(64 * 1024);
      const listed = summary.split('\n').filter((line) => line.startsWith('- **')).length;
      const [first = 0] =
        summary.match(/\d+(?= more)|(?<=另有 )\d+(?= 处，未)/g)?.map(Number) ?? [];
      expect(listed).toBeGreaterThan(10);
      expect(first).toBeGreaterThan(2000);
    }
  });

  it('notifies nobody and makes no markup of what a stranger typed', () => {
    const { summary } = said([missing('@mary <img src=x> [a](b) #1', 3, 'x\n# y\n@tom.md')]);
    expect(summary).not.toMatch(/@mary|@tom|<img|\[a\]|#1\b|^# y/m);
    expect(summary).toContain('line 3');
  });
});
