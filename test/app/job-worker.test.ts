import { expect, it } from 'vitest';
import { Admission } from '../../src/app/admission.ts';
import type { AppJob } from '../../src/app/app-job.ts';
import { JobWorker } from '../../src/app/job-worker.ts';
import { inProcessState } from '../../src/queue/shared-state.ts';
import { issueJob } from '../../src/reconcile/jobs/job.ts';
import { silentLogger } from '../../src/telemetry/logger.ts';
import { TurnedClock } from '../queue/turned-clock.ts';

const unused = () => {
  throw new Error('Nothing asks for it');
};

function workerOn(isShared: boolean, ready: Promise<void>) {
  const clock = new TurnedClock();
  const added: AppJob[] = [];
  const worker = new JobWorker({
    reconciler: { run: async () => ({ jobs: [], retryAfter: ready }) },
    sweeper: unused,
    onboarding: { run: unused, isOver: unused },
    pullChecks: { run: unused, missed: unused },
    isConfigured: () => true,
    clock,
    admission: new Admission(inProcessState()),
    queue: () => ({ isShared, add: async (...jobs) => void added.push(...jobs) }),
    logger: silentLogger,
  });
  return { worker, added, clock };
}

const job = issueJob({ installation: 1, owner: 'apache', name: 'flink-web' }, 7);

it('a job that waits for a logo is added again when that is drawn', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { worker, added } = workerOn(false, promise);
  await worker.run(job);
  expect(added).toEqual([]);
  resolve();
  await worker.idle();
  expect(added).toEqual([job]);
});

it('should its server be killed meanwhile, another one takes it up within half a minute', async () => {
  const { worker, added, clock } = workerOn(true, new Promise(() => {}));
  await worker.run(job);
  expect(added).toEqual([{ ...job, notBefore: clock.now() + 30_000 }]);
});
