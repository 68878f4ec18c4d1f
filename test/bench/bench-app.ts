import type { Issue } from '../../src/emulator/world/model.ts';
import { systemClock } from '../../src/time/clock.ts';
import { submitAtOnce, unlimited } from '../app/fifty.ts';
import { pages, type World } from '../app/world.ts';
import { inWorld } from './emulated-world.ts';
import { median, note, report } from './figures.ts';

/** The app at work on an emulated GitHub, which answers at once. */
export async function benchApp(): Promise<void> {
  console.log('Requests and seconds from what happens until all is said, throttled as on GitHub');
  await inWorld(
    { app: { retryRequests: true, requestSpacing: 1000, clock: systemClock } },
    benchLife,
  );
  console.log('Fifty submissions at once, then merged one by one; GitHub’s clock turned for waits');
  await inWorld(unlimited, benchFifty);
}

async function benchLife(made: World): Promise<void> {
  const { github, repository, submit } = made;
  const first = await measure(made, () => submit('ann', { company: 'Company No. 0' }));
  // The first of a process asks, once, for the app's own name.
  report('issue opened, configuration not known: requests', first.requests - 1, 4);
  note('', first.seconds, 's');
  const issues: Issue[] = [];
  const warm = [];
  for (let number = 1; number <= 3; number++) {
    const company = `Company No. ${number}`;
    warm.push(await measure(made, () => issues.push(submit('ann', { company }))));
  }
  report('issue opened: most requests', Math.max(...warm.map(({ requests }) => requests)), 3);
  report('issue opened: seconds, median', median(warm.map(({ seconds }) => seconds)), 3.5);
  const edit = await measure(made, () => {
    for (const issue of issues.slice(0, 1)) {
      github.as('ann').edit(issue, { body: issue.body.replace('40,000', '50,000') });
    }
  });
  report('issue edited: requests', edit.requests, 4);
  note('', edit.seconds, 's');
  const open = made.open().length;
  const page = (await github.readFile(repository, pages.en)) ?? '';
  const rebuild = await measure(made, async () => {
    const files = { [pages.en]: page.replace('Brightwater', 'Clearwater') };
    await github.as('mary').push(repository, { files });
  });
  report('page changed: requests for each open pull request', (rebuild.requests - 1) / open, 4);
  note('', rebuild.seconds / open, 's for each');
}

interface Measured {
  readonly requests: number;
  /** Until the last answer of GitHub's. */
  readonly seconds: number;
}

async function measure({ github, settle }: World, happen: () => unknown): Promise<Measured> {
  // What was sent before must not hold up what comes now.
  await systemClock.wait(1000);
  github.requests.clear();
  const start = github.clock.now().getTime();
  await happen();
  await settle();
  const { counted } = github.requests;
  const ends = counted.map(({ time, duration }) => time.getTime() + duration);
  return { requests: counted.length, seconds: (Math.max(...ends) - start) / 1000 };
}

async function benchFifty(made: World): Promise<void> {
  const start = performance.now();
  const turned = made.github.clock.turned;
  const { opened, faults, requests } = await submitAtOnce(made, { count: 50 });
  for (const fault of faults) console.log(`  ${fault}`);
  report('pull requests missing', 50 - opened, 0);
  report('conflicts, wrong pages, and limits hit', faults.length, 0);
  note('requests to GitHub', requests, '');
  note('in all', (performance.now() - start) / 1000, 's');
  note('in all, on GitHub’s clock', (made.github.clock.turned - turned) / 3_600_000, 'h');
}
