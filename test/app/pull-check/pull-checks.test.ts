import { expect, it } from 'vitest';
import { pullCheckJob } from '../../../src/app/pull-check/pull-check-job.ts';
import { PullChecks } from '../../../src/app/pull-check/pull-checks.ts';
import { RequestFailed } from '../../../src/github/client/github-client.ts';
import { inProcessState } from '../../../src/queue/shared-state.ts';
import { ConfigurationCache } from '../../../src/reconcile/observe/configuration-cache.ts';
import { silentLogger } from '../../../src/telemetry/logger.ts';
import { systemClock } from '../../../src/time/clock.ts';

it('a check that is retried still wants what the webhook told of', async () => {
  const clock = systemClock;
  const checks = new PullChecks({
    memory: inProcessState({ clock }).memory('checked-pull'),
    client: () => Promise.reject(new RequestFailed('query', new Error('Bad gateway'), 502)),
    configurations: new ConfigurationCache(clock),
    bot: async () => 'powered-by[bot]',
    clock,
    logger: silentLogger,
  });
  const target = { owner: 'millrace', name: 'millrace', installation: 7, number: 9 };
  const [retry] = await checks.run(pullCheckJob(target, { changedAt: 5, isRerequested: true }));
  expect(retry).toMatchObject({ number: 9, changedAt: 5, isRerequested: true, failures: 1 });
});
