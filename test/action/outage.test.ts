import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import type { FaultOrder } from '../../src/emulator/faults.ts';
import { workflowPermissions } from '../app/drivers.ts';
import { type World, world } from '../app/world.ts';
import { runScript } from '../support/run-script.ts';

/** In seconds: well below the job's `timeout-minutes`, with GitHub away for all of it. */
const longestRun = 120;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'poweredby-outage-'));
});

/** Runs the command as the Action's last step does, but that it skips what it waits for. @returns how long it would have taken, too */
async function run(
  { github, repository }: World,
  event: string,
  payload: object = {},
  permissions: Readonly<Record<string, 'read' | 'write'>> = workflowPermissions,
) {
  const file = join(folder, 'event.json');
  const waitedFile = join(folder, 'waited');
  writeFileSync(file, JSON.stringify(payload));
  const started = performance.now();
  const done = await runScript(`"${process.execPath}" "${inject('program')}" run-in-playground`, {
    directory: folder,
    environment: {
      GITHUB_ACTIONS: 'true',
      GITHUB_TOKEN: github.actionsToken(repository, permissions),
      GITHUB_REPOSITORY: 'millrace/millrace',
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: file,
      PLAYGROUND_ATTACHMENTS: JSON.stringify(github.downloads()),
      NODE_OPTIONS: `--import ${join(import.meta.dirname, 'skip-waits.mjs')}`,
      WAITED_FILE: waitedFile,
    },
  });
  const waited = Number(readFileSync(waitedFile, 'utf8'));
  github.clock.turn(waited);
  return { ...done, seconds: (performance.now() - started + waited) / 1000 };
}

const repository = { full_name: 'millrace/millrace', default_branch: 'main' };

const outages: Readonly<Record<string, FaultOrder & { readonly says: readonly RegExp[] }>> = {
  'answers 502 to everything': {
    kind: 'bad-gateway-before',
    times: 10_000,
    says: [
      /#1.* could not be processed: .*\(502\)/,
      /::error::GitHub did not respond.*The next run/,
    ],
  },
  'allows no more requests for ten minutes': {
    kind: 'primary-limit',
    seconds: 600,
    says: [
      /#1.* could not be processed/,
      /::error::GitHub’s rate limit was reached\. The next run/,
    ],
  },
  'asks to slow down for ten minutes': {
    kind: 'secondary-limit',
    seconds: 600,
    says: [/::error::GitHub’s rate limit was reached/],
  },
};

it.each(Object.entries(outages))(
  'where GitHub %s, the run fails in time and says so, and the next schedule finishes',
  async (_, { says, ...order }) => {
    const made = await world();
    await made.app().stop(0);
    const issue = made.submit('ann');
    const fault = made.github.faults.order(order);
    const failed = await run(made, 'issues', {
      action: 'opened',
      repository,
      issue: { number: 1 },
    });
    expect(fault.count).toBeGreaterThan(0);
    expect(failed.exitCode, failed.log).toBe(1);
    for (const each of says) expect(failed.log).toMatch(each);
    expect(failed.seconds).toBeLessThan(longestRun);
    fault.cancel();
    made.github.clock.turn(601_000);
    const later = await run(made, 'schedule');
    expect(later.exitCode, later.log).toBe(0);
    expect(made.open()).toHaveLength(1);
    expect(made.github.pulls(made.repository)).toHaveLength(1);
    expect(made.said(issue)).toContain(`#${made.open()[0]?.number}`);
  },
  300_000,
);

it('where GitHub answers 403 to everything, the run names the permissions, and the next schedule finishes', async () => {
  const made = await world();
  await made.app().stop(0);
  const issue = made.submit('ann');
  const event = { action: 'opened', repository, issue: { number: 1 } };
  const denied = await run(made, 'issues', event, {});
  expect(denied.exitCode, denied.log).toBe(1);
  expect(denied.log).toContain('pull-requests: write');
  const later = await run(made, 'schedule');
  expect(later.exitCode, later.log).toBe(0);
  expect(made.said(issue)).toContain(`#${made.open()[0]?.number}`);
}, 120_000);

it('where GitHub does what it answers 502 to, nothing is done twice', async () => {
  const made = await world();
  await made.app().stop(0);
  const issue = made.submit('ann');
  const order = { kind: 'bad-gateway-after', operation: 'mutation', times: 10_000 } as const;
  const fault = made.github.faults.order(order);
  const event = { action: 'opened', repository, issue: { number: 1 } };
  const first = await run(made, 'issues', event);
  expect(fault.count).toBeGreaterThan(0);
  expect(first.seconds).toBeLessThan(longestRun);
  fault.cancel();
  expect((await run(made, 'schedule')).exitCode).toBe(0);
  expect(made.github.pulls(made.repository)).toHaveLength(1);
  expect(made.said(issue)).toContain(`#${made.open()[0]?.number}`);
}, 120_000);
