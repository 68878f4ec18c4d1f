import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { readIssueForm } from '../../src/form/read-issue-form.ts';
import { issueFormRules } from '../form/issue-form-rules.ts';
import { workflowErrors } from '../support/workflow-errors.ts';
import { root, textOf } from './document.ts';

const folder = '.github/ISSUE_TEMPLATE';
const workflowFolder = '.github/workflows';
const workflows = readdirSync(join(root, workflowFolder));

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const job = z.object({
  uses: z.string().optional(),
  'timeout-minutes': z.number().optional(),
  steps: z.array(step).default([]),
});
const workflow = z.object({ permissions: z.unknown(), jobs: z.record(z.string(), job) });

const forms = readdirSync(join(root, folder)).filter((name) => name !== 'config.yml');

describe('this project’s own files for GitHub', () => {
  it.each(forms)('have an issue form that GitHub shows: %s', (name) => {
    const text = textOf(`${folder}/${name}`);
    expect(issueFormRules.safeParse(parse(text)).error).toBeUndefined();
    expect(readIssueForm(text)).toMatchObject({ ok: true, value: { problems: [] } });
  });
});

describe.each(workflows)('the workflow %s', (name) => {
  const text = textOf(`${workflowFolder}/${name}`);
  const { permissions, jobs } = workflow.parse(parse(text));
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('is one that GitHub reads, with its expressions', async () => {
    expect(await workflowErrors(name, text)).toEqual([]);
  });

  it('may only read, unless a job needs more', () => {
    expect(permissions).toEqual({ contents: 'read' });
  });

  it('takes actions by their commits, and says which version that is', () => {
    const used = Array.from(text.matchAll(/uses: (.*)/g), ([, action = '']) => action);
    for (const action of used.filter((each) => !each.startsWith('./'))) {
      expect(action).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it('keeps no token on the disk, and has no value of a stranger in a script', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    }
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  it('ends by itself', () => {
    for (const job of Object.values(jobs).filter(({ uses }) => uses === undefined)) {
      expect(job['timeout-minutes']).toBeLessThan(60);
    }
  });
});

describe('CI', () => {
  it('runs what a contributor runs, on every version of Node.js that package.json allows', () => {
    const { jobs } = parse(textOf(`${workflowFolder}/ci.yml`));
    expect(jobs.check.strategy.matrix.node).toEqual([22, 24]);
    expect(jobs.check.container).toMatch(/^node:.*matrix\.node.*-bookworm$/);
    expect(jobs.check.steps.at(-1)).toEqual({ run: '.ci/run' });
    expect(packageJson.engines.node).toMatch(/^>=22\./);
  });
});

describe('a release', () => {
  const notes = (tag: string) =>
    spawnSync(process.execPath, ['scripts/release/notes.ts', tag], { cwd: root, encoding: 'utf8' });

  it('is refused where the tag is not the version', () => {
    const { status, stderr } = notes('v99.0.0');
    expect(status).toBe(1);
    expect(stderr).toContain(`package.json has the version ${packageJson.version}`);
  });

  it('prints what CHANGELOG.md says of it, once that has a date', () => {
    const isReleased = new RegExp(`^## ${packageJson.version} \\(\\d`, 'm').test(
      textOf('CHANGELOG.md'),
    );
    const { status, stdout, stderr } = notes(`v${packageJson.version}`);
    expect(status).toBe(isReleased ? 0 : 1);
    expect(isReleased ? stdout : stderr).toContain(
      isReleased ? '- ' : 'CHANGELOG.md has no heading',
    );
  });
});
