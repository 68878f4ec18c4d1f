import { expect, it } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import type { Fault, FaultKind } from '../../src/emulator/faults.ts';
import type { Issue, Reaction } from '../../src/emulator/world/model.ts';
import { emulator } from '../emulator/support.ts';
import { unlimited } from './fifty.ts';
import { VirtualTime } from './virtual-time.ts';
import { bodyOf, commitsOn, issuesOf, pages, type World, world } from './world.ts';

const second = 1000;
const minute = 60 * second;

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A line to GitHub on which, as long as it is bad, every fifth request goes wrong in one way or another. */
class BadLine {
  readonly #github: Emulator;
  readonly #time: VirtualTime;
  readonly #random: () => number;
  #ordered: Fault[] = [];
  #isBad = false;
  #limitedUntil = 0;
  /** How many requests timed out, or were answered that a limit was reached. */
  count = 0;

  constructor(github: Emulator, time: VirtualTime, random: () => number) {
    this.#github = github;
    this.#time = time;
    this.#random = random;
  }

  begin(): void {
    this.#isBad = true;
    this.#github.replica.lag = 1.5 * second;
    const chances: Partial<Record<FaultKind, number>> = {
      'bad-gateway-before': 0.04,
      'bad-gateway-after': 0.05,
      'stale-read': 0.08,
      'webhook-lost': 0.02,
    };
    this.#ordered = Object.entries(chances).map(([kind, chance]) =>
      this.#github.faults.order({
        kind: kind as FaultKind,
        times: Number.POSITIVE_INFINITY,
        chance: () => this.#random() < chance,
      }),
    );
  }

  /** @returns how many requests and webhooks went wrong */
  end(): number {
    this.#isBad = false;
    this.#github.replica.lag = 0;
    for (const fault of this.#ordered) fault.cancel();
    return this.#ordered.reduce((sum, { count }) => sum + count, this.count);
  }

  readonly fetch: typeof fetch = async (address, options) => {
    const draw = this.#isBad ? this.#random() : 1;
    if (draw < 0.02) return this.#timeOut();
    if (draw < 0.03) this.#limitedUntil = this.#time.now() + minute;
    if (this.#isBad && this.#time.now() < this.#limitedUntil) return this.#limited();
    const answer = await this.#time.fetch(address, options);
    if (draw > 0.03 && draw < 0.05) return this.#timeOut();
    return answer;
  };

  async #timeOut(): Promise<never> {
    this.count += 1;
    await this.#time.wait(30 * second);
    throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  }

  #limited(): Response {
    this.count += 1;
    const seconds = Math.ceil((this.#limitedUntil - this.#time.now()) / second);
    const headers = { 'content-type': 'application/json', 'retry-after': String(seconds) };
    const message = 'You have exceeded a secondary rate limit.';
    return new Response(JSON.stringify({ message }), { status: 403, headers });
  }
}

/** Something that happens at a moment of the hour. */
interface Happening {
  readonly at: number;
  readonly happen: () => unknown;
}

const companies = Array.from({ length: 30 }, (_, index) => `Company No. ${index + 1}`);

/** Whether every command in a pull request's issue has its answer: behind the merge it would be another request. */
function isAnswered({ repository }: World, { pull }: Issue): boolean {
  const number = Number(pull?.headRefName.replace(/.*-/, ''));
  const comments = repository.issues.get(number)?.comments ?? [];
  const commands = comments.filter(({ body }) => body.startsWith('/'));
  const isDone = ({ content }: Reaction) => content === 'THUMBS_UP';
  return commands.every(({ reactions }) => reactions.some(isDone));
}

/** What people do within the hour: submit, edit what they wrote, and merge what is open. */
function storyOf(made: World, logo: string, random: () => number): readonly Happening[] {
  const { github, repository } = made;
  const within = (from: number, until: number) => from + random() * (until - from);
  /** People correct what they have just written, or come back to it. */
  const soonAfter = (at: number) => at + within(second, random() < 0.5 ? 10 * second : 15 * minute);
  const submissions = companies.flatMap((company, index): readonly Happening[] => {
    const who = github.as(`submitter-${index + 1}`);
    const opened = within(0, 40 * minute);
    const edits = random() < 0.5 ? [soonAfter(opened)] : [];
    let issue: Issue | undefined;
    return [
      {
        at: opened,
        happen: () => {
          const body = bodyOf({ company, logo });
          issue = who.openIssue(repository, { title: 'Add us', body }, ['powered-by']);
        },
      },
      ...edits.map((at) => ({
        at,
        happen: () => {
          const body = issue?.body.replace('40,000', '50,000');
          if (issue?.isOpen && body !== undefined) who.edit(issue, { body });
        },
      })),
      ...(random() < 0.3
        ? [
            {
              at: soonAfter(opened),
              happen: () => {
                if (issue?.isOpen) who.comment(issue, '/poweredby text zh 我们每天都用它运包裹。');
              },
            },
          ]
        : []),
    ];
  });
  const merges = Array.from({ length: 5 }, (): Happening => {
    const happen = async () => {
      const open = made.open().filter((pull) => isAnswered(made, pull));
      const pull = open[Math.floor(random() * open.length)];
      if (pull && (await github.isMergeable(pull))) await made.merge(pull);
    };
    return { at: within(10 * minute, 58 * minute), happen };
  });
  return [...submissions, ...merges].sort((one, other) => one.at - other.at);
}

/** The numbers of issues on which we ever said something twice, or had two status comments, as long as the world lasts. */
function watchForDoubles({ github, repository }: World): ReadonlySet<number> {
  const doubled = new Set<number>();
  github.subscribe(() => {
    for (const { number, comments } of issuesOf(repository)) {
      const ours = comments.filter(({ author }) => author.type === 'Bot').map(({ body }) => body);
      const status = ours.filter((body) => body.includes('<!-- poweredby:'));
      if (new Set(ours).size < ours.length || status.length > 1) doubled.add(number);
    }
  });
  return doubled;
}

/** What must be true of an issue in the end. */
async function checkIssue(made: World, issue: Issue): Promise<void> {
  const { github, repository, said } = made;
  const head = `poweredby/issue-${issue.number}`;
  const pulls = github.pulls(repository).filter(({ pull }) => pull?.headRefName === head);
  expect(pulls).toHaveLength(1);
  const [pull] = pulls;
  // Throws where there are two comments.
  const words = said(issue);
  const company = /^### Company\n\n(.*)$/m.exec(issue.body)?.[1] ?? '';
  const isMerged = pull?.pull?.merged !== null;
  const page = await github.readFile(repository, pages.en, isMerged ? undefined : head);
  expect(page).toContain(company);
  const answers = issue.comments
    .filter(({ body }) => body.startsWith('/'))
    .map(({ reactions }) => reactions.map(({ content }) => content));
  for (const each of answers) expect(each.sort()).toEqual(['EYES', 'THUMBS_UP']);
  if (isMerged) {
    expect(words).toContain('is listed');
    expect([issue.isOpen, await repository.git.branch(head)]).toEqual([false, undefined]);
    return;
  }
  expect(words).toContain(`#${pull?.number}`);
  expect([issue.isOpen, pull?.isOpen, pull && (await github.isMergeable(pull))]).toEqual([
    true,
    true,
    true,
  ]);
  expect(await commitsOn(repository, head)).toHaveLength(1);
  const steered = /steers (\d+,\d+)/.exec(issue.body)?.[1];
  expect(page).toContain(`${company} steers ${steered}`);
  expect(pull?.body).toContain(`${company} steers ${steered}`);
  expect(issue.labels.map(({ name }) => name)).toEqual(['powered-by']);
}

it('nothing is lost, doubled or torn down in an hour in which every fifth request goes wrong', async () => {
  const seed = process.env['CI'] ? 1 : Math.floor(Math.random() * 2 ** 31);
  const random = randomFrom(seed);
  const github = await emulator();
  const time = new VirtualTime(github);
  const line = new BadLine(github, time, random);
  const made = await world({ ...unlimited, github, app: { clock: time, fetch: line.fetch } });
  const { repository, open } = made;
  // Its logo is drawn, which no clock of ours hastens.
  const logo = made.drawing('ann');
  made.submit('ann', { logo });
  while (open().length === 0) await time.pass(100);
  await time.pass(minute);
  void made.app().keepSweeping();
  const doubled = watchForDoubles(made);

  try {
    line.begin();
    const start = time.now();
    for (const { at, happen } of storyOf(made, logo, random)) {
      await time.pass(Math.max(0, start + at - time.now()));
      await happen();
    }
    await time.pass(Math.max(0, start + 60 * minute - time.now()));
    const wrong = line.end();
    expect(wrong).toBeGreaterThan(25);
    await time.pass(60 * minute);

    expect([...doubled]).toEqual([]);
    const issues = issuesOf(repository);
    expect(issues).toHaveLength(companies.length + 1);
    for (const issue of issues) {
      await checkIssue(made, issue).catch((cause: unknown) => {
        throw new Error(`Of #${issue.number}`, { cause });
      });
    }
    expect(github.pulls(repository)).toHaveLength(issues.length);
    const heads = open().map(({ pull }) => pull?.headRefName ?? '');
    expect((await repository.git.branches()).toSorted()).toEqual(['main', ...heads].toSorted());
    const refused = github.requests.all.filter(({ status }) => status === 403 || status === 429);
    expect(refused).toEqual([]);
  } catch (cause) {
    throw new Error(`With the seed ${seed}`, { cause });
  }
}, 600_000);
