import { expect, it } from 'vitest';
import { jobsForRun } from '../../src/action/jobs-for-run.ts';
import { pullToCheck } from '../../src/action/pull-to-check.ts';
import { runAction } from '../../src/action/run-action.ts';
import { writeSummary } from '../../src/action/write-summary.ts';
import { languages } from '../../src/config/reply-languages.ts';
import type { Files } from '../../src/emulator/files.ts';
import type { Issue } from '../../src/emulator/world/model.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { loadTemplates } from '../../src/templates.ts';
import type { Clock } from '../../src/time/clock.ts';
import { configurationFile, type World, world } from '../app/world.ts';

const owner = { owner: 'millrace', name: 'millrace' };

const broken: Files = { [configurationFile]: 'pages: 3\n' };

/** A pull request of eve's that touches nothing of ours. */
async function proposed(): Promise<World & { readonly pull: Issue }> {
  const made = await world();
  await made.app().stop(0);
  const { github, repository } = made;
  const fork = { title: 'Us', body: '', branch: 'us', files: { 'README.md': 'x' } };
  const pull = await github.as('eve').openForkPull(repository, fork);
  github.clock.turn(60_000);
  return { ...made, pull };
}

/** The payload of the newest event of a pull request. */
function newestEvent({ github }: World, action: string) {
  const delivery = github.webhooks
    .recentDeliveries()
    .find(({ request }) => request.event === 'pull_request' && request.action === action);
  if (!delivery) throw new Error(`No pull request was ${action}`);
  return { name: delivery.request.event, payload: { ...delivery.request.payload } };
}

/** Checks what an event tells of, as a fork's run does. @returns the report, and how long was waited in milliseconds */
async function report(
  { github, repository }: World,
  event: ReturnType<typeof newestEvent>,
  send = fetch,
) {
  let waited = 0;
  const clock: Clock = {
    now: () => github.clock.now().getTime(),
    wait: async (milliseconds) => {
      waited += milliseconds;
      github.clock.turn(milliseconds);
    },
  };
  const made = await runAction({
    fetch: send,
    repository: owner,
    token: github.actionsToken(repository, { contents: 'read', pull_requests: 'read' }),
    key: undefined,
    githubApiUrl: github.url,
    jobs: jobsForRun(owner, { event }),
    pull: pullToCheck(event),
    isDryRun: false,
    patience: 60_000,
    logger: silentLogger,
    clock,
    retryRequests: false,
    requestSpacing: 0,
  });
  return { ...made, waited };
}

/** The conclusion of a check that nothing keeps from being made. */
async function check(made: World, event: ReturnType<typeof newestEvent>) {
  const { failures, check: said, waited } = await report(made, event);
  expect(failures).toEqual([]);
  return { conclusion: said?.conclusion, waited };
}

it('a commit is checked as it is, though reads show the one before for a while, or for long', async () => {
  for (const lag of [4000, 30_000]) {
    const made = await proposed();
    made.github.replica.lag = lag;
    await made.github.as('eve').pushToFork(made.pull, broken);
    const { conclusion, waited } = await check(made, newestEvent(made, 'synchronize'));
    expect([lag, conclusion]).toEqual([lag, 'failure']);
    expect(waited).toBeGreaterThan(0);
    expect(waited).toBeLessThan(20_000);
  }
});

it('a pull request that was just opened is looked for until it is shown', async () => {
  const made = await proposed();
  made.github.replica.lag = 4000;
  const fork = { title: 'Us', body: '', branch: 'new', files: broken };
  await made.github.as('eve').openForkPull(made.repository, fork);
  expect(await check(made, newestEvent(made, 'opened'))).toMatchObject({ conclusion: 'failure' });
});

it('a run that is started again for an older commit checks that one, without waiting', async () => {
  const made = await proposed();
  const eve = made.github.as('eve');
  await eve.pushToFork(made.pull, broken);
  const event = newestEvent(made, 'synchronize');
  made.github.clock.turn(60_000);
  const text = (await made.github.readFile(made.repository, configurationFile)) ?? '';
  await eve.pushToFork(made.pull, { [configurationFile]: text });
  expect(await check(made, event)).toEqual({ conclusion: 'failure', waited: 0 });
});

it('a commit that has none in common with its base is said to be so, and no permission is asked for', async () => {
  const made = await proposed();
  await made.github.as('eve').pushToFork(made.pull, broken);
  const message = 'No common ancestor between main and us.';
  const unrelated: typeof fetch = async (address, options) =>
    String(address).includes('/compare/')
      ? Response.json({ message }, { status: 404 })
      : fetch(address, options);
  const said = await report(made, newestEvent(made, 'synchronize'), unrelated);
  expect(said.failures).toMatchObject([{ reason: 'unrelated' }]);
  for (const language of languages) {
    const place = { repository: owner, githubUrl: 'https://github.com', isAppToken: true };
    const summary = writeSummary(said, loadTemplates(language), place);
    expect(summary).toContain('No common ancestor between main and us (404)');
    expect(summary).not.toMatch(/permissions|`contents/);
  }
});
