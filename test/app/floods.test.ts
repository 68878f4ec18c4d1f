import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Comment, Issue, Repository } from '../../src/emulator/world/model.ts';
import { silentTelemetry } from '../../src/telemetry/telemetry.ts';
import { emulator } from '../emulator/support.ts';
import { slowLogo } from './slow-logo.ts';
import { VirtualTime } from './virtual-time.ts';
import {
  bodyOf,
  exampleFiles,
  pages,
  submitted,
  type World,
  type WorldOptions,
  world,
} from './world.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** A world in which time passes only when a test lets it, and a drawing that is known there. */
async function inTime(options: WorldOptions = {}) {
  const github = await emulator();
  const time = new VirtualTime(github);
  const app = { ...options.app, ...time.app };
  const made = await world({ ...options, github, app });
  const logo = made.drawing('ann');
  const submit = (who: string, company: string, where: Repository = made.repository): Issue =>
    github
      .as(who)
      .openIssue(where, { title: 'Add us', body: bodyOf({ company, logo }) }, ['powered-by']);
  const edit = (issue: Issue, words: string) => {
    const body = issue.body.replace(/steers \S+/, `steers ${words}`);
    github.as(issue.author.login).edit(issue, { body });
  };
  const issue = submit('mallory', 'Mallory Works');
  // Its logo is drawn, which no clock of ours hastens.
  while (made.open().length === 0) await time.pass(100);
  await time.pass(minute);
  return { ...made, time, submit, edit, issue, logo };
}

function pushesTo({ github }: Pick<World, 'github'>, { number }: Issue): number {
  const name = `"refs/heads/poweredby/issue-${number}"`;
  return github.webhooks
    .recentDeliveries()
    .filter(({ request: { event, body } }) => event === 'push' && body.includes(name)).length;
}

const isAnswered = ({ comments }: Issue) => comments.some(({ author }) => author.type === 'Bot');
const isDone = ({ reactions }: Comment) =>
  reactions.some(({ content }) => content === 'THUMBS_UP' || content === 'CONFUSED');

describe('somebody who edits an issue again and again', () => {
  it('has the first edits taken at once, then fewer and fewer, and the newest in the end', async () => {
    const made = await inTime();
    const { time, edit, issue, open } = made;
    for (const words of ['one', 'two', 'three']) {
      edit(issue, words);
      await time.pass(10 * second);
      expect(open()[0]?.body).toContain(words);
    }
    for (let number = 0; number < 150; number++) {
      edit(issue, `no-${number}-`);
      await time.pass(4 * second);
    }
    await time.pass(hour);
    expect(pushesTo(made, issue)).toBeLessThanOrEqual(12);
    expect(open()[0]?.body).toContain('no-149-');
  });

  it('makes nobody wait, in that repository, in another one, or in that issue', async () => {
    // What an installation may write in an hour is less than it is, so that it is spent sooner.
    const rateLimits = [
      { count: 60, milliseconds: minute },
      { count: 80, milliseconds: hour },
    ];
    const made = await inTime({ app: { rateLimits } });
    const { github, time, edit, submit, issue } = made;
    const other = await github.createRepository('millrace/weir', {
      files: exampleFiles(),
      isOrganization: true,
    });
    github.as('millrace').createLabel(other, 'powered-by');
    github.install(other);
    for (let number = 0; number < 60; number++) {
      edit(issue, `no-${number}-`);
      await time.pass(4 * second);
    }
    const asked = [submit('ann', 'Juniper Parcel'), submit('ann', 'Juniper Parcel', other)];
    const command = github.as('mary').comment(issue, '/poweredby rebuild');
    await time.pass(20 * second);
    expect([...asked.map(isAnswered), isDone(command)]).toEqual([true, true, true]);
  });

  it('does not keep a writer waiting who gives many commands there', async () => {
    const { github, time, issue } = await inTime();
    for (let number = 0; number < 12; number++) {
      const command = github.as('mary').comment(issue, '/poweredby rebuild');
      await time.pass(20 * second);
      expect([number, isDone(command)]).toEqual([number, true]);
    }
  });

  it('does not keep those from being rebuilt whose page changed', async () => {
    const { github, repository, time, edit, issue, open } = await inTime();
    for (let number = 0; number < 60; number++) {
      edit(issue, `no-${number}-`);
      await time.pass(4 * second);
    }
    const page = (await github.readFile(repository, pages.en)) ?? '';
    const files = { [pages.en]: page.replace('Brightwater', 'Clearwater') };
    await github.as('mary').push(repository, { files });
    await time.pass(30 * second);
    for (const pull of open()) expect(await github.isMergeable(pull)).toBe(true);
  });
});

describe('a stranger who gives command upon command', () => {
  it('keeps neither a maintainer nor anybody else waiting', async () => {
    const { github, time, issue, open } = await inTime();
    const words = ['help', 'rebuild', 'withdraw', 'text zh x', 'remove Alder Rail', 'oops'];
    for (let number = 0; number < 180; number++) {
      github.as('stranger').comment(issue, `/poweredby ${words[number % words.length]}`);
    }
    const given = [
      github.as('bob').comment(issue, '/poweredby help'),
      github.as('mallory').comment(issue, '/poweredby text zh 配送包裹的公司。'),
      github.as('mary').comment(issue, '/poweredby withdraw'),
    ];
    await time.pass(30 * second);
    expect(given.map(isDone)).toEqual([true, true, true]);
    expect(open()).toEqual([]);
  });

  it('gets one answer for all that asks for help, and few for what is said again and again', async () => {
    const { github, time, issue } = await inTime();
    const of = (words: string) => (): Comment =>
      github.as('stranger').comment(issue, `/poweredby ${words}`);
    const helps = Array.from({ length: 50 }, of('help'));
    const others = Array.from({ length: 50 }, of('rebuild'));
    github.requests.clear();
    await time.pass(2 * hour);
    expect(helps.at(-1)).toSatisfy(isDone);
    expect(helps.filter(isDone).length).toBeLessThanOrEqual(2);
    expect(others.filter(isDone).length).toBeLessThanOrEqual(6);
    expect(github.requests.counted.length).toBeLessThan(30);
  });

  it('is answered by further jobs where one cannot answer all, without anybody doing anything', async () => {
    const { github, time, issue } = await inTime();
    const people = Array.from({ length: 12 }, (_, index) => `stranger-${index}`);
    const comments = people.flatMap((who) =>
      ['rebuild', 'withdraw'].map((words) => github.as(who).comment(issue, `/poweredby ${words}`)),
    );
    await time.pass(hour);
    expect(comments.filter(isDone)).toHaveLength(24);
  });
});

describe('pictures that take longer than they may', () => {
  // On a busy machine the drawing alone takes a minute.
  const busy = { timeout: 180_000 };
  it(
    'are drawn while others have their turn, and not again when a page changes',
    busy,
    async () => {
      let drawn = 0;
      const telemetry = { ...silentTelemetry, logo: () => drawn++ };
      const made = await submitted({ app: { telemetry, drawingPatience: 0 } });
      const { github, repository, submit, open, said, settle } = made;
      const logo = github.as('mallory').upload(repository, slowLogo(50));
      const slow = submit('mallory', { company: 'Slow', logo });
      while ((await made.app().stats()).running === 0) await setTimeout(1);
      submit('bob', { company: 'Harbour Bakery' });
      while (open().length < 2) await setTimeout(10);
      expect(said(slow)).toBe('');
      await settle();
      expect(said(slow)).toContain('10');
      const before = drawn;
      const page = (await github.readFile(repository, pages.en)) ?? '';
      const files = { [pages.en]: page.replace('Brightwater', 'Clearwater') };
      await github.as('mary').push(repository, { files });
      await settle();
      expect(drawn).toBe(before);
      expect(said(slow)).toContain('10');
    },
  );
});

describe('comments that are as long as GitHub takes them', () => {
  it('never make an answer too long for GitHub to give, nor for us to take', async () => {
    let longest = 0;
    const made = await submitted({
      app: {
        fetch: async (address, options) => {
          const answer = await fetch(address, options);
          const { byteLength } = await answer.clone().arrayBuffer();
          longest = Math.max(longest, byteLength);
          return answer;
        },
      },
    });
    const { github, repository, ann, issue, pull } = made;
    const stranger = github.as('stranger');
    const long = 'x'.repeat(65_000);
    const say = (where: Issue, count: number) => {
      for (let number = 0; number < count; number++) stranger.comment(where, long);
    };
    say(issue, 60);
    say(pull, 60);
    for (let number = 0; number < 6; number++) {
      say(stranger.openIssue(repository, { title: 'Hello', body: long }), 20);
    }
    const command = ann.comment(issue, '/poweredby text zh 配送包裹的公司。');
    await made.settle();
    await made.app().sweep();
    await made.settle();
    expect(isDone(command)).toBe(true);
    expect(longest / 1024 ** 2).toBeLessThan(8);
  });
});
