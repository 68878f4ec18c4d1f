import { describe, expect, it } from 'vitest';
import { PersonThrottle } from '../../src/app/person-throttle.ts';
import { isAsked, issueJob, listJob, type RepositoryJob } from '../../src/reconcile/jobs/job.ts';
import { KnownWriters } from '../../src/reconcile/observe/known-writers.ts';
import { TurnedClock } from '../queue/turned-clock.ts';

const place = { installation: 7, owner: 'acme', name: 'site' };
const mallory = { id: 3, login: 'mallory' };
const minute = 60_000;

function paced() {
  const clock = new TurnedClock();
  const writers = new KnownWriters();
  const pace = new PersonThrottle(writers, clock);
  const delayOf = ({ notBefore = 0 }: RepositoryJob) => Math.max(0, notBefore - clock.now());
  return { clock, writers, pace, delayOf };
}

describe('what one person does', () => {
  it('to one issue is done at once, until it is too often; then as little as possible stands behind', () => {
    const { pace, delayOf } = paced();
    const jobs = Array.from({ length: 8 }, () => pace.pace(issueJob(place, 1), mallory, false));
    expect(jobs.map(delayOf)).toEqual([0, 0, 0, 0, 0, 2, 2, 2].map((minutes) => minutes * minute));
    expect(jobs.map(isAsked)).toEqual([...Array(5).fill(true), ...Array(3).fill(false)]);
  });

  it('to one issue keeps neither others waiting there, nor that person elsewhere, nor a first command', () => {
    const { pace } = paced();
    for (let count = 0; count < 6; count++) pace.pace(issueJob(place, 1), mallory, false);
    const others = [
      pace.pace(issueJob(place, 1), { id: 4, login: 'ann' }, false),
      pace.pace(issueJob(place, 2), mallory, false),
      pace.pace(issueJob({ ...place, name: 'other' }, 1), mallory, false),
      pace.pace(issueJob(place, 1), mallory, true),
    ];
    expect(others.map(isAsked)).toEqual([true, true, true, true]);
  });

  it('to very many issues stands behind what others do, and does not wait else', () => {
    const { pace, delayOf } = paced();
    const jobs = Array.from({ length: 30 }, (_, index) =>
      pace.pace(issueJob(place, index + 1), mallory, false),
    );
    expect(jobs.filter(isAsked)).toHaveLength(10);
    expect(jobs.map(delayOf)).toEqual(jobs.map(() => 0));
  });

  it('counts for the account, whatever it is called', () => {
    const { pace } = paced();
    const jobs = Array.from({ length: 8 }, (_, index) =>
      pace.pace(issueJob(place, 1), { id: 3, login: `mallory-${index}` }, false),
    );
    expect(jobs.filter(isAsked)).toHaveLength(5);
  });

  it('never waits where that person was seen to be a writer there', () => {
    const { pace, writers } = paced();
    const often = () =>
      Array.from({ length: 30 }, () => pace.pace(issueJob(place, 1), mallory, false)).filter(
        isAsked,
      );
    writers.learn({ owner: 'ACME', name: 'Site' }, new Map([['mallory', true]]));
    expect(often()).toHaveLength(30);
    writers.learn(place, new Map([['mallory', false]]));
    expect(often()).toHaveLength(5);
  });

  it('says what it said', () => {
    const { pace } = paced();
    for (let count = 0; count < 5; count++) pace.pace(issueJob(place, 1), mallory, false);
    const job = issueJob(place, 1, { logins: ['mallory'], isNew: false });
    expect(pace.pace(job, mallory, false)).toMatchObject({
      logins: ['mallory'],
      isNew: false,
      number: 1,
    });
    const list = listJob(place);
    expect(pace.pace(list, mallory, false)).toBe(list);
  });
});
