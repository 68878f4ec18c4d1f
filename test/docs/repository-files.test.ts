import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readIssueForm } from '../../src/form/read-issue-form.ts';
import { issueFormRules } from '../form/issue-form-rules.ts';
import { root, textOf } from './document.ts';

const folder = '.github/ISSUE_TEMPLATE';
const forms = readdirSync(join(root, folder)).filter((name) => name !== 'config.yml');

describe('this project’s own files for GitHub', () => {
  it.each(forms)('have an issue form that GitHub shows: %s', (name) => {
    const text = textOf(`${folder}/${name}`);
    expect(issueFormRules.safeParse(parse(text)).error).toBeUndefined();
    expect(readIssueForm(text)).toMatchObject({ ok: true, value: { problems: [] } });
  });

  it('have a workflow that runs what CI runs, may only read, and takes actions by their commits', () => {
    const { permissions, jobs } = parse(textOf('.github/workflows/ci.yml'));
    expect(permissions).toEqual({ contents: 'read' });
    const [checkout, run, ...more] = jobs.check.steps;
    expect(checkout.uses).toMatch(/^actions\/checkout@[0-9a-f]{40}$/);
    expect([run, more]).toEqual([{ run: '.ci/run' }, []]);
  });
});
