import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { FairQueue } from '../../src/queue/fair-queue.ts';

/** Queues work of 20 ms each, and notes the order in which it is done. */
function noting() {
  const queue = new FairQueue();
  const done: string[] = [];
  const take = (place: string, person: string) =>
    queue.run([place, person], async () => {
      await setTimeout(20);
      done.push(`${person} of ${place}`);
    });
  return { queue, done, take };
}

it('one thing is done at a time, in the order in which it was asked for', async () => {
  const { queue, done, take } = noting();
  await Promise.all(['ann', 'bob', 'cid'].map((person) => take('acme', person)));
  expect(done).toEqual(['ann of acme', 'bob of acme', 'cid of acme']);
  expect(queue.busyFor).toBe(0);
});

it('who had less of it lately goes first, and who is of a place that had less', async () => {
  const { done, take } = noting();
  await Promise.all([
    ...Array.from({ length: 3 }, () => take('acme', 'mallory')),
    take('acme', 'ann'),
    take('other', 'bob'),
  ]);
  expect(done).toEqual([
    'mallory of acme',
    'bob of other',
    'ann of acme',
    'mallory of acme',
    'mallory of acme',
  ]);
});

it('what fails is told to whoever asked, and the others go on', async () => {
  const { done, queue, take } = noting();
  const failed = queue.run(['acme', 'ann'], () => Promise.reject(new Error('No')));
  const taken = take('acme', 'bob');
  await expect(failed).rejects.toThrow('No');
  await taken;
  expect(done).toEqual(['bob of acme']);
});

it('it tells for how long it is busy with one thing', async () => {
  const { queue } = noting();
  const gate = Promise.withResolvers<void>();
  const taken = queue.run(['acme', 'ann'], () => gate.promise);
  await setTimeout(30);
  expect(queue.busyFor).toBeGreaterThan(15);
  gate.resolve();
  await taken;
});
