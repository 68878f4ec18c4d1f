import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Emulator } from '../../../src/emulator/emulator.ts';
import type { Repository } from '../../../src/emulator/world/model.ts';
import { GithubClient, RequestFailed } from '../../../src/github/client/github-client.ts';
import { issueJob, listJob } from '../../../src/reconcile/jobs/job.ts';
import { Reconciler } from '../../../src/reconcile/jobs/reconciler.ts';
import { ConfigurationCache } from '../../../src/reconcile/observe/configuration-cache.ts';
import { KnownWriters } from '../../../src/reconcile/observe/writers/known-writers.ts';
import { LogoLoader } from '../../../src/reconcile/prepare/logo-loader.ts';
import { silentLogger } from '../../../src/telemetry/logger.ts';
import { silentTelemetry } from '../../../src/telemetry/telemetry.ts';
import { bodyOf, exampleFiles } from '../../app/world.ts';
import { emulator, installed } from '../../emulator/support.ts';
import { example } from '../../support/command-line.ts';

const target = { owner: 'millrace', name: 'millrace' };
const sweep = listJob(target, { isSweep: true });
const nothing = { failed: [], left: [] };

/** A repository, and a reconciler with a token for it: no app, no queue, no webhook. */
async function atWork(options: { readonly drawingPatience?: number } = {}) {
  const github = await emulator();
  const repository = await github.createRepository('millrace/millrace', {
    files: exampleFiles(),
    roles: { mary: 'write' },
    isOrganization: true,
  });
  github.as('millrace').createLabel(repository, 'powered-by');
  const octokit = await installed(github, github.install(repository));
  const broken = { isSo: false };
  const clock = {
    now: () => github.clock.now().getTime(),
    wait: async (milliseconds: number) => github.clock.turn(milliseconds),
  };
  const client = new GithubClient(octokit, {
    telemetry: silentTelemetry,
    installation: 0,
    onWrite: () => {},
  });
  const patience = options.drawingPatience ?? 60_000;
  const reconciler = new Reconciler({
    client: async () => {
      if (broken.isSo) throw new RequestFailed('rest', new Error('No'));
      return client;
    },
    configurations: new ConfigurationCache(),
    logos: new LogoLoader(github.downloads(), silentTelemetry, { clock, patience }),
    writers: new KnownWriters(),
    clock,
    telemetry: silentTelemetry,
    logger: silentLogger,
  });
  return { github, repository, reconciler, broken };
}

function submit(github: Emulator, repository: Repository, company: string) {
  const logo = github.as('ann').upload(repository, {
    name: 'juniper.svg',
    type: 'image/svg+xml',
    bytes: readFileSync(example.logo),
  });
  const form = { title: 'Add us', body: bodyOf({ company, logo }) };
  const issue = github.as('ann').openIssue(repository, form, ['powered-by']);
  github.clock.turn(2000);
  return issue;
}

describe('a reconciler without an app, a queue or a webhook', () => {
  it('takes one issue to its pull request, and changes nothing when it is run again', async () => {
    const { github, repository, reconciler } = await atWork();
    const issue = submit(github, repository, 'Juniper Parcel');
    expect(await reconciler.runAll([issueJob(target, issue.number)])).toEqual(nothing);
    const [pull, ...others] = github.pulls(repository);
    expect(others).toEqual([]);
    expect(issue.comments[0]?.body).toContain(`#${pull?.number}`);
    github.requests.clear();
    expect(await reconciler.runAll([issueJob(target, issue.number)])).toEqual(nothing);
    expect(github.requests.counted.map(({ operation }) => operation.split(' ')[0])).toEqual([
      'query',
    ]);
  });

  it('finds by one sweep all that is due, and waits for logos that take long', async () => {
    const { github, repository, reconciler } = await atWork({ drawingPatience: 0 });
    const issues = ['Juniper Parcel', 'Harbour Bakery'].map((company) =>
      submit(github, repository, company),
    );
    expect(await reconciler.runAll([sweep])).toEqual(nothing);
    expect(github.pulls(repository)).toHaveLength(2);
    expect(issues.map(({ comments }) => comments.length)).toEqual([1, 1]);
  });

  it('asks for nothing more where GitHub limits it, and says what is left', async () => {
    const { github, repository, reconciler } = await atWork();
    const issues = ['Juniper Parcel', 'Harbour Bakery', 'Anvil'].map((company) =>
      submit(github, repository, company),
    );
    github.requests.clear();
    github.faults.order({ kind: 'primary-limit', operation: 'createRef' });
    const { failed, left } = await reconciler.runAll([sweep]);
    expect([...failed.map(({ job }) => job), ...left].map(({ key }) => key)).toEqual(
      issues.map(({ number }) => `issue ${number}`),
    );
    expect(left).toHaveLength(2);
    const writes = github.requests.counted.filter(({ operation }) => /^mutation/.test(operation));
    expect(writes).toHaveLength(1);
    github.clock.turn(60_000);
    expect(await reconciler.runAll([sweep])).toEqual(nothing);
    expect(github.pulls(repository)).toHaveLength(3);
  });

  it('says what failed, and lists it again at the next sweep, until it succeeds', async () => {
    const { github, repository, reconciler, broken } = await atWork();
    const old = github.as('ann').openIssue(repository, { title: 'A question', body: 'Why?' });
    await reconciler.runAll([sweep]);
    github.clock.turn(60 * 60_000);
    const dueAtSweep = async () => {
      const { jobs } = await reconciler.run(listJob(target, { isSweep: true }));
      return jobs.map((job) => job.kind === 'issue' && job.number);
    };
    expect(await dueAtSweep()).toEqual([]);
    broken.isSo = true;
    const { failed } = await reconciler.runAll([issueJob(target, old.number)]);
    expect(failed.map(({ job }) => job.key)).toEqual([`issue ${old.number}`]);
    broken.isSo = false;
    expect(await dueAtSweep()).toEqual([old.number]);
    await reconciler.run(issueJob(target, old.number));
    expect(await dueAtSweep()).toEqual([]);
  });
});
