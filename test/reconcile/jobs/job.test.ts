import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coalesce } from '../../../src/queue/coalesce.ts';
import {
  issueJob,
  listJob,
  mergeJobs,
  type RepositoryJob,
} from '../../../src/reconcile/jobs/job.ts';
import type { Expectations } from '../../../src/reconcile/observe/expectations.ts';

const target = fc.record(
  { installation: fc.nat(), owner: fc.string(), name: fc.string() },
  { requiredKeys: ['owner', 'name'] },
);
const urgency = fc.constantFrom('ask', 'list', 'rebuild', 'recheck', 'sweep');
const expected: fc.Arbitrary<Expectations> = fc.record(
  {
    since: fc.nat(),
    threads: fc.array(
      fc.record(
        {
          number: fc.nat(9),
          updatedAt: fc.nat(),
          isMerged: fc.constant(true as const),
          isGone: fc.constant(true as const),
          comments: fc.array(
            fc.record(
              { id: fc.nat(30), updatedAt: fc.option(fc.nat()) },
              { noNullPrototype: true },
            ),
          ),
        },
        { requiredKeys: ['number'], noNullPrototype: true },
      ),
    ),
  },
  { requiredKeys: ['threads'], noNullPrototype: true },
);
const issueOptions = fc.record(
  { isNew: fc.boolean(), urgency, notBefore: fc.nat(), expected },
  { requiredKeys: [] },
);
const listOptions = fc.record(
  { paths: fc.array(fc.string()), isSweep: fc.boolean() },
  { requiredKeys: [] },
);
const issue = fc
  .tuple(target, fc.nat(), issueOptions)
  .map(([where, number, options]) => issueJob(where, number, options));
const list = fc.tuple(target, listOptions).map(([where, options]) => listJob(where, options));
const job: fc.Arbitrary<RepositoryJob> = fc.oneof(issue, list);
const jobs = fc.array(job, { minLength: 1, maxLength: 5 });

/** As a queue that writes jobs down would read it again. */
function stored(each: RepositoryJob): unknown {
  return JSON.parse(JSON.stringify(each));
}

/** What comes of jobs for the same thing that are added one after the other. */
function coalesced([first, ...others]: readonly RepositoryJob[]): RepositoryJob | undefined {
  return first && others.reduce((waiting, added) => coalesce(waiting, added, mergeJobs), first);
}

describe('a job', () => {
  it('is plain JSON, alone and made of others', () => {
    fc.assert(
      fc.property(jobs, (some) => {
        for (const each of [...some, coalesced(some)]) {
          if (each) expect(stored(each)).toStrictEqual(each);
        }
      }),
    );
  });

  it('that is merged by what was stored is merged as if it had not been', () => {
    fc.assert(
      fc.property(job, job, (waiting, added) => {
        const read = stored(waiting) as RepositoryJob;
        expect(coalesce(read, added, mergeJobs)).toStrictEqual(coalesce(waiting, added, mergeJobs));
      }),
    );
  });

  it('of an issue is for something new where one of two is', () => {
    const place = { owner: 'acme', name: 'site' };
    const first = issueJob(place, 1, { isNew: false });
    const second = issueJob(place, 1, { urgency: 'sweep' });
    expect(coalesce(first, second, mergeJobs)).toMatchObject({
      isNew: true,
      priority: first.priority,
    });
  });

  it('of an issue expects to see the newest of what was told of it', () => {
    const place = { owner: 'acme', name: 'site' };
    const told = (updatedAt: number, since: number) => ({
      since,
      threads: [{ number: 1, updatedAt }],
    });
    const first = issueJob(place, 1, { expected: told(2000, 5) });
    const second = issueJob(place, 1, { expected: told(1000, 7) });
    for (const merged of [coalesce(first, second, mergeJobs), coalesce(second, first, mergeJobs)]) {
      expect(merged).toMatchObject({ expected: told(2000, 5) });
    }
    expect(coalesce(first, issueJob(place, 1), mergeJobs)).toMatchObject({
      expected: told(2000, 5),
    });
  });

  it('that lists looks everywhere where one of two does', () => {
    const place = { owner: 'acme', name: 'site' };
    const [some, any, sweep] = [
      listJob(place, { paths: ['a'] }),
      listJob(place),
      listJob(place, { isSweep: true }),
    ];
    expect(coalesce(some, listJob(place, { paths: ['b', 'a'] }), mergeJobs)).toMatchObject({
      paths: ['a', 'b'],
    });
    for (const merged of [coalesce(some, any, mergeJobs), coalesce(any, some, mergeJobs)]) {
      expect(merged).not.toHaveProperty('paths');
    }
    expect(coalesce(sweep, some, mergeJobs)).toMatchObject({ isSweep: true });
  });

  it('needs no installation: its group is then the owner', () => {
    expect(issueJob({ owner: 'acme', name: 'site' }, 1)).toMatchObject({ group: 'acme' });
    expect(issueJob({ owner: 'acme', name: 'site', installation: 7 }, 1).group).toBe('7');
  });
});
