import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Issue, Repository } from '../../src/emulator/world/model.ts';
import type { VirtualTime } from '../app/virtual-time.ts';
import { bodyOf, exampleFiles, type World } from '../app/world.ts';
import { note, report } from './figures.ts';
import { inVirtualWorld, untilOpen } from './floods/virtual-world.ts';

/** How many repositories an installation has; two of them are configured. */
const sizes = [60, 300, 3000];

/** How long GitHub takes to answer, in milliseconds. */
const latency = 300;

/** How long after the beginning of a sweep somebody submits, in seconds. */
const moments = [1, 5, 20, 40];

/** Sweeps of large installations in GitHub's time, a second between the requests of each, and who submits meanwhile. */
export async function benchSweep(): Promise<void> {
  for (const size of sizes) {
    console.log(`Sweeps of ${size} repositories, two of them configured`);
    await inVirtualWorld({}, (made, time) => benchSize(made, time, size), latency);
  }
}

async function benchSize(made: World, time: VirtualTime, size: number): Promise<void> {
  const beside = await installMany(made.github, size);
  // What was pushed to just now is looked at by every sweep.
  await time.pass(2 * 60 * 60_000);
  await made.restart();
  for (const name of ['first', 'next']) await benchIdle(name, made, time);
  const logo = made.drawing('ann');
  made.submit('ann', { logo });
  await untilOpen(made, time);
  const elsewhere = await made.github.createRepository('anvil/anvil', configured);
  made.github.install(elsewhere);
  await time.pass(60_000);
  await made.restart();
  for (const name of ['first', 'next']) {
    await benchBusy(name, made, time, { beside, elsewhere, logo });
  }
  note('pull requests', made.github.pulls(made.repository).length, '');
}

async function benchIdle(name: string, made: World, time: VirtualTime): Promise<void> {
  const { requests } = made.github;
  requests.clear();
  const start = time.now();
  await time.passUntil(sweep(made));
  const seconds = ((requests.counted.at(-1)?.time.getTime() ?? start) - start) / 1000;
  report(`the ${name} sweep, with nothing to do: until its last request, s`, seconds, 90);
  report(`the ${name} sweep, with nothing to do: requests`, requests.counted.length, 70);
}

/** Where people submit beside the world's repository, and their logo. */
interface Places {
  /** In the same installation. */
  readonly beside: Repository;
  /** In another one. */
  readonly elsewhere: Repository;
  readonly logo: string;
}

async function benchBusy(
  name: string,
  made: World,
  time: VirtualTime,
  { beside, elsewhere, logo }: Places,
): Promise<void> {
  const { github } = made;
  const submit = (who: string, where: Repository): Issue => {
    const form = { title: 'Add us', body: bodyOf({ company: `${who}’s company`, logo }) };
    return github.as(who).openIssue(where, form, ['powered-by']);
  };
  const start = time.now();
  const swept = sweep(made);
  const waits: number[] = [];
  for (const [index, moment] of moments.entries()) {
    await time.pass(Math.max(0, moment * 1000 - (time.now() - start)));
    const here = index % 2 === 0 ? made.repository : beside;
    const issues = [here, elsewhere].map((place) => submit(`of-${name}-${moment}`, place));
    waits.push(await time.passUntil(() => issues.every((each) => isLookedAt(github, each))));
  }
  report(`webhook to first look during the ${name} sweep, longest, s`, Math.max(...waits), 3);
  await time.passUntil(swept);
  await time.pass(5 * 60_000);
}

const configured = { files: exampleFiles(), isOrganization: true };

/**
 * Installs the app on so many repositories. Most have no commit yet: making these takes less time, and GitHub is asked the same.
 *
 * @returns the second one that is configured
 */
async function installMany(github: Emulator, size: number): Promise<Repository> {
  const { target } = github.webhooks;
  github.webhooks.target = undefined;
  const beside = await github.createRepository('millrace/weir', configured);
  const empty: Repository[] = [];
  for (let number = 0; number < size - 2; number++) {
    const name = `millrace/empty-${number}`;
    empty.push(await github.createRepository(name, { isOrganization: true }));
  }
  github.as('millrace').createLabel(beside, 'powered-by');
  github.install(beside, ...empty);
  github.webhooks.target = target;
  return beside;
}

/** Begins a sweep. @returns whether it has ended, and its jobs as well */
function sweep({ app }: World): () => boolean {
  let isOver = false;
  void (async () => {
    await app().sweep();
    await app().idle();
    isOver = true;
  })();
  return () => isOver;
}

function isLookedAt({ requests }: Emulator, { number, repository }: Issue): boolean {
  return requests.counted.some(
    ({ variables }) => variables['number'] === number && variables['name'] === repository.name,
  );
}
