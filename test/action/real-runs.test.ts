import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfSigned } from '../../src/emulator/attachments/self-signed.ts';
import { timestamp } from '../../src/emulator/clock.ts';
import type { Issue } from '../../src/emulator/world/model.ts';
import { workflowPermissions } from '../app/drivers.ts';
import {
  configurationFile,
  exampleFiles,
  type World,
  type WorldOptions,
  world,
} from '../app/world.ts';
import { example } from '../support/command-line.ts';
import { downloadAction, runStep, type StepRun } from './run-steps.ts';

/** In seconds: on any machine, with room for others on it. */
const longestInstall = 120;
const longestRun = 30;

const logo = '![logo](https://user-images.githubusercontent.com/1/juniper.svg)';

let folder: string;
let install: StepRun;
const { key, certificate: cert } = selfSigned(['user-images.githubusercontent.com']);
const pictures = createServer({ key, cert }, (_, answer) => {
  answer.writeHead(200, { 'content-type': 'image/svg+xml' }).end(readFileSync(example.logo));
});

beforeAll(async () => {
  folder = downloadAction();
  install = await runStep(folder, 'Install', { token: 'none', environment: {} });
  await new Promise<void>((resolve) => pictures.listen(0, '127.0.0.1', resolve));
}, 300_000);

afterAll(() => {
  pictures.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the last step for an event, as GitHub would start it; without its waits, unless it is to run in real time. */
async function run(
  { github, repository }: World,
  event: string,
  payload: object = {},
  changes: {
    readonly permissions?: object;
    readonly inputs?: Record<string, string>;
    readonly signal?: AbortSignal;
    readonly inRealTime?: boolean;
  } = {},
): Promise<StepRun> {
  const scratch = mkdtempSync(join(tmpdir(), 'poweredby-event-'));
  const path = join(scratch, 'event.json');
  writeFileSync(path, JSON.stringify(payload));
  const waitedFile = join(scratch, 'waited');
  const preloads = ['lead-to-pictures.mjs', ...(changes.inRealTime ? [] : ['skip-waits.mjs'])];
  const ran = await runStep(folder, 'Run', {
    token: github.actionsToken(repository, { ...workflowPermissions, ...changes.permissions }),
    ...(changes.inputs && { inputs: changes.inputs }),
    ...(changes.signal && { signal: changes.signal }),
    environment: {
      GITHUB_REPOSITORY: 'millrace/millrace',
      GITHUB_API_URL: github.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path,
      NODE_OPTIONS: preloads.map((name) => `--import ${join(import.meta.dirname, name)}`).join(' '),
      PICTURES_PORT: String((pictures.address() as AddressInfo).port),
      WAITED_FILE: waitedFile,
    },
  });
  const waited = existsSync(waitedFile) ? Number(readFileSync(waitedFile, 'utf8')) : 0;
  github.clock.turn(waited);
  return { ...ran, duration: ran.duration + waited / 1000 };
}

/** A repository that nothing serves but the runs of the test. */
async function repositoryAlone(options: WorldOptions = {}): Promise<World> {
  const made = await world(options);
  await made.app().stop(0);
  return made;
}

const repository = { full_name: 'millrace/millrace', default_branch: 'main' };
const ofIssue = (number: number, action = 'opened') => ({ action, repository, issue: { number } });

describe('the steps of action.yml, as they are written,', () => {
  it('install what is needed to draw a logo, without any script', () => {
    expect(install.log).not.toMatch(/ERR!/);
    expect(install.exitCode).toBe(0);
    expect(install.duration).toBeLessThan(longestInstall);
  });

  it('take a submission from the form to the merged page', async () => {
    const made = await repositoryAlone();
    const { github } = made;
    const issue = made.submit('ann', { logo });
    const first = await run(made, 'issues', ofIssue(issue.number));
    expect(first.log).toContain('adds <b>Juniper Parcel</b>');
    expect(first.exitCode).toBe(0);
    expect(first.duration).toBeLessThan(longestRun);
    const [pull] = made.open();
    if (!pull) throw new Error(first.log);
    expect(first.summary).toContain(
      `[#${pull.number}](https://github.com/millrace/millrace/pull/${pull.number})`,
    );
    expect(first.outputs).toMatch(/^changed=true\ncomplete=true\noutcomes=\[\{"issue":1,/);
    github.as('ann').edit(issue, { body: issue.body.replace('40,000', '50,000') });
    expect((await run(made, 'issues', ofIssue(issue.number, 'edited'))).exitCode).toBe(0);
    expect(pull.body).toContain('50,000');
    const command = github.as('ann').comment(issue, '/poweredby text zh 配送包裹的公司。');
    const comment = { id: command.id, node_id: command.nodeId, body: command.body };
    await run(made, 'issue_comment', { ...ofIssue(1, 'created'), comment });
    expect(pull.body).toContain('配送包裹的公司。');
    await made.merge(pull);
    // The run for the merge is lost, and the schedule finds it.
    await run(made, 'schedule');
    expect(made.said(issue)).toContain('is listed');
    expect(await github.readFile(made.repository, 'docs/content/powered-by.md')).toContain(
      '50,000',
    );
    const again = await run(made, 'schedule');
    expect(again.outputs).toContain('changed=false');
  });

  it('do it once, though two run at once and one is cancelled in the middle', async () => {
    const made = await repositoryAlone();
    const issue = made.submit('ann', { logo });
    const cancelled = new AbortController();
    const first = run(made, 'issues', ofIssue(issue.number), {
      signal: cancelled.signal,
      inRealTime: true,
    });
    while (!made.github.requests.counted.some(({ operation }) => /createRef/.test(operation))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    cancelled.abort();
    await first;
    await Promise.all([
      run(made, 'issues', ofIssue(issue.number, 'labeled'), { inRealTime: true }),
      run(made, 'workflow_dispatch', { inputs: { issue: '1' } }, { inRealTime: true }),
    ]);
    await run(made, 'schedule');
    expect(made.github.pulls(made.repository)).toHaveLength(1);
    expect(made.said(issue)).toContain('is ready to be listed');
    expect((await made.repository.git.branches()).toSorted()).toEqual([
      'main',
      'poweredby/issue-1',
    ]);
  });

  it('write nothing in a dry run, and say what they would do', async () => {
    const made = await repositoryAlone();
    const issue = made.submit('ann', { logo });
    const dry = await run(made, 'issues', ofIssue(issue.number), { inputs: { 'dry-run': 'true' } });
    expect(dry.exitCode).toBe(0);
    expect(dry.summary).toContain('dry run');
    expect(dry.summary).toContain('adds <b>Juniper Parcel</b>');
    expect(made.open()).toEqual([]);
    expect(issue.comments).toEqual([]);
  });

  it('read the configuration that the input names, and fail where it is not there', async () => {
    const configuration = 'config/listing.yml';
    const files = {
      [configurationFile]: null,
      [configuration]: exampleFiles()[configurationFile] ?? '',
    };
    const made = await repositoryAlone({ files });
    const issue = made.submit('ann', { logo });
    const missing = await run(made, 'issues', ofIssue(issue.number));
    expect(missing.exitCode).toBe(1);
    expect(missing.log).toContain(`no configuration <code>${configurationFile}</code>`);
    expect(missing.log).toContain('::error::Run `poweredby init --action`');
    const outside = await run(made, 'issues', ofIssue(issue.number), {
      inputs: { configuration: '../listing.yml' },
    });
    expect(outside.exitCode).toBe(2);
    expect(outside.log).toContain('“../listing.yml” cannot be the path of a configuration');
    const named = await run(made, 'issues', ofIssue(issue.number), { inputs: { configuration } });
    expect(named.exitCode).toBe(0);
    expect(made.open()).toHaveLength(1);
  });

  it('do not fail for a request with problems, and do where GitHub is away', async () => {
    const made = await repositoryAlone();
    const issue = made.submit('ann', { logo, consent: false });
    const wrong = await run(made, 'issues', ofIssue(issue.number));
    expect(wrong.exitCode).toBe(0);
    expect(wrong.summary).toMatch(/to be fixed in the request/);
    const denied = await run(made, 'issues', ofIssue(issue.number), {
      inputs: { token: 'ghs_none' },
    });
    expect(denied.exitCode).toBe(1);
    expect(denied.log).toContain('::error::GitHub did not accept the token');
    expect(denied.log).toContain('pull-requests: write');
  });

  describe('check a pull request', () => {
    const reading = { contents: 'read', issues: 'none', 'pull-requests': 'read' };
    const page = 'docs/content/powered-by.md';
    const ofPull = ({ number, pull, updatedAt }: Issue, action = 'opened') => ({
      action,
      repository,
      pull_request: {
        number,
        body: '',
        updated_at: timestamp(updatedAt),
        head: {
          ref: pull?.headRefName,
          sha: pull?.headOid,
          repo: { full_name: 'eve/millrace' },
        },
      },
    });

    it('of a fork, by reading alone: an annotation at its line, a summary, and the exit status', async () => {
      const made = await repositoryAlone();
      const { github } = made;
      const text = (await github.readFile(made.repository, page)) ?? '';
      const broken = text.replace("alt='Brightwater'", "alt=''");
      const eve = github.as('eve');
      const pull = await eve.openForkPull(made.repository, {
        title: 'Us',
        body: '',
        branch: 'issue-7',
        files: { [page]: broken, 'a,b::error::c.md': 'x' },
      });
      const first = await run(made, 'pull_request', ofPull(pull), {
        permissions: reading,
      });
      expect(first.log).toMatch(
        /^::error file=docs\/content\/powered-by\.md,line=\d+,title=Powered By \(entry-without-name\)::/m,
      );
      expect(first.summary).toContain('What this pull request adds');
      expect(first.exitCode).toBe(1);
      await eve.pushToFork(pull, { [page]: `${text}\n` });
      const second = await run(made, 'pull_request', ofPull(pull, 'synchronize'), {
        permissions: reading,
      });
      expect(second.log).toContain('Nothing to fix');
      expect(second.log).not.toContain('::error');
      expect(second.exitCode).toBe(0);
    });

    it('that touches nothing of ours with nothing to do', async () => {
      const made = await repositoryAlone();
      const branch = 'feature';
      await made.github.as('mary').push(made.repository, { branch, files: { 'README.md': 'x' } });
      const text = { title: 'x', body: '', head: branch, base: 'main' };
      const pull = await made.github.as('mary').openPull(made.repository, text);
      const done = await run(made, 'pull_request', ofPull(pull), {
        permissions: reading,
      });
      expect(done.log).toContain('There was nothing to do.');
      expect(done.exitCode).toBe(0);
    });
  });
});
