import { describe, expect, it } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/emulator.ts';
import type { FaultOrder } from '../../src/emulator/faults.ts';
import type { Issue } from '../../src/emulator/world/model.ts';
import { inTime, isAnswered } from './in-time.ts';
import { exampleFiles } from './world.ts';

const second = 1000;
const minute = 60 * second;

/** What the review saw GitHub answer, and for how many seconds it holds. */
const rows: Readonly<Record<string, [order: FaultOrder, words: EmulatorOptions['limitWords']]>> = {
  'the hourly limit, as RATE_LIMIT': [
    { kind: 'primary-limit', operation: 'query', seconds: 2400 },
    { primaryType: 'RATE_LIMIT' },
  ],
  'the hourly limit, as RATE_LIMITED': [
    { kind: 'primary-limit', operation: 'query', seconds: 2400 },
    { primaryType: 'RATE_LIMITED' },
  ],
  'the hourly limit, behind what was read': [
    { kind: 'primary-limit', operation: 'createPullRequest', seconds: 2400 },
    {},
  ],
  'a secondary limit, with HTTP’s 403': [
    { kind: 'secondary-limit', operation: 'query', seconds: 60 },
    { secondaryStatus: 403 },
  ],
  'a secondary limit, with HTTP’s 200': [
    { kind: 'secondary-limit', operation: 'addComment', seconds: 300 },
    { secondaryStatus: 200 },
  ],
};

describe('a limit that GitHub names', () => {
  for (const [name, [order, limitWords = {}]] of Object.entries(rows)) {
    it(`is waited for, once it was met, and then all goes on by itself: ${name}`, async () => {
      const { github, time, submit, sent, open, said } = await inTime({ limitWords });
      const { seconds = 0 } = order;
      const fault = github.faults.order(order);
      const issue = submit('Juniper Parcel');
      while (fault.count === 0) await time.pass(100);
      const upTo = sent().length;
      await time.pass((seconds - 2) * second);
      expect(sent().slice(upTo)).toEqual([]);
      await time.pass(15 * second);
      const [, pull] = open();
      expect(said(issue)).toContain(`#${pull?.number}`);
      expect(sent().slice(upTo).length).toBeLessThanOrEqual(3);
    });
  }

  it('holds up the whole installation, and no other; what waited goes on in its order', async () => {
    const { github, time, submit, sent, app, open } = await inTime();
    const weir = await github.createRepository('millrace/weir', {
      files: exampleFiles(),
      isOrganization: true,
    });
    const other = await github.createRepository('anvil/anvil', { files: exampleFiles() });
    github.install(weir);
    github.install(other);
    await time.pass(minute);
    github.requests.clear();
    const fault = github.faults.order({ kind: 'primary-limit', operation: 'query', seconds: 600 });
    const companies = ['Alpha', 'Beta', 'Gamma', 'Delta', 'Epsilon'];
    const issues = companies.map((company) => submit(company));
    const elsewhere = submit('Zeta', weir);
    const free = submit('Eta', other);
    await time.passUntil(() => isAnswered(free));
    expect([fault.count, isAnswered(free)]).toEqual([1, true]);
    const upTo = sent().length;
    const command = github.as('mary').comment(issues[0] as Issue, '/poweredby help');
    void app().sweep();
    await time.pass(9 * minute);
    expect([...issues, elsewhere].map(isAnswered)).toEqual(Array(6).fill(false));
    expect(command.reactions).toEqual([]);
    // The sweep looks at the other installation, also for a proposal that was left there, and asks nothing of the one that is limited.
    const refused = github.requests.all.filter(({ time: at, status }) => status === 403 && at);
    expect(refused).toEqual([]);
    expect(sent().slice(upTo).length).toBeLessThanOrEqual(10);
    await time.pass(2 * minute);
    expect([...issues, elsewhere].map(isAnswered)).toEqual(Array(6).fill(true));
    const order = open().map(({ body }) => companies.find((company) => body.includes(company)));
    expect(order.slice(1)).toEqual(companies);
    expect(command.reactions.map(({ content }) => content)).toContain('THUMBS_UP');
  });

  it('of how much may be written is learned from: few tries, each later than the last, and all come through', async () => {
    const limits = { pullsInTenMinutes: 10 };
    const { time, submit, open, github } = await inTime({ limits });
    const issues = Array.from({ length: 25 }, (_, index) => submit(`Company ${index}`));
    await time.pass(2 * 60 * minute);
    expect(issues.filter((issue) => !isAnswered(issue))).toEqual([]);
    expect(open()).toHaveLength(26);
    const tries = github.requests.counted.filter(({ operation }) =>
      operation.includes('createPullRequest'),
    );
    expect(tries.length).toBeLessThanOrEqual(25 + 8);
  });
});
