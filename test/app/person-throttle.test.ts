import { describe, expect, it } from 'vitest';
import { PersonThrottle } from '../../src/app/person-throttle.ts';
import { inProcessState } from '../../src/queue/shared-state.ts';
import { isAsked, issueJob, listJob, type RepositoryJob } from '../../src/reconcile/jobs/job.ts';
import { KnownWriters } from '../../src/reconcile/observe/writers/known-writers.ts';
import { TurnedClock } from '../queue/turned-clock.ts';

const place = { installation: 7, owner: 'acme', name: 'site' };
const mallory = { id: 3, login: 'mallory' };
const minute = 60_000;

function throttled() {
  const clock = new TurnedClock();
  const writers = new KnownWriters();
  const throttle = new PersonThrottle(writers, inProcessState({ clock }), clock);
  const delayOf = ({ notBefore = 0 }: RepositoryJob) => Math.max(0, notBefore - clock.now());
  return { clock, writers, throttle, delayOf };
}

/** Asks so often, one after the other. */
async function inTurn<Value>(
  count: number,
  ask: (index: number) => Promise<Value>,
): Promise<Value[]> {
  const answers: Value[] = [];
  for (let index = 0; index < count; index++) answers.push(await ask(index));
  return answers;
}

describe('what one person does', () => {
  it('to one issue is done at once, until it is too often; then it waits, and is done once, after the others', async () => {
    const { throttle, delayOf } = throttled();
    const jobs = await inTurn(8, () => throttle.throttle(issueJob(place, 1), mallory, false));
    expect(jobs.map(delayOf)).toEqual([0, 0, 0, 0, 0, 2, 2, 2].map((minutes) => minutes * minute));
    expect(jobs.map(isAsked)).toEqual([...Array(5).fill(true), ...Array(3).fill(false)]);
  });

  it('to one issue keeps neither others waiting there, nor that person elsewhere, nor a first command', async () => {
    const { throttle } = throttled();
    for (let count = 0; count < 6; count++) {
      await throttle.throttle(issueJob(place, 1), mallory, false);
    }
    const others = await Promise.all([
      throttle.throttle(issueJob(place, 1), { id: 4, login: 'ann' }, false),
      throttle.throttle(issueJob(place, 2), mallory, false),
      throttle.throttle(issueJob({ ...place, name: 'other' }, 1), mallory, false),
      throttle.throttle(issueJob(place, 1), mallory, true),
    ]);
    expect(others.map(isAsked)).toEqual([true, true, true, true]);
  });

  it('to very many issues gets a lower priority, and is not delayed otherwise', async () => {
    const { throttle, delayOf } = throttled();
    const jobs = await inTurn(30, (index) =>
      throttle.throttle(issueJob(place, index + 1), mallory, false),
    );
    expect(jobs.filter(isAsked)).toHaveLength(10);
    expect(jobs.map(delayOf)).toEqual(jobs.map(() => 0));
  });

  it('counts for the account, whatever it is called', async () => {
    const { throttle } = throttled();
    const jobs = await inTurn(8, (index) =>
      throttle.throttle(issueJob(place, 1), { id: 3, login: `mallory-${index}` }, false),
    );
    expect(jobs.filter(isAsked)).toHaveLength(5);
  });

  it('never waits where that person was seen to be a writer there', async () => {
    const { throttle, writers } = throttled();
    const often = async () =>
      (await inTurn(30, () => throttle.throttle(issueJob(place, 1), mallory, false))).filter(
        isAsked,
      );
    writers.learn({ owner: 'ACME', name: 'Site' }, new Map([['mallory', true]]));
    expect(await often()).toHaveLength(30);
    writers.learn(place, new Map([['mallory', false]]));
    expect(await often()).toHaveLength(5);
  });

  it('says what it said', async () => {
    const { throttle } = throttled();
    for (let count = 0; count < 5; count++) {
      await throttle.throttle(issueJob(place, 1), mallory, false);
    }
    const job = issueJob(place, 1, { isNew: false });
    expect(await throttle.throttle(job, mallory, false)).toMatchObject({
      isNew: false,
      number: 1,
    });
    const list = listJob(place);
    expect(await throttle.throttle(list, mallory, false)).toBe(list);
  });
});
