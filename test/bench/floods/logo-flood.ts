import { setTimeout } from 'node:timers/promises';
import { silentTelemetry } from '../../../src/telemetry/telemetry.ts';
import { slowLogo } from '../../app/slow-logo.ts';
import { pages, type World } from '../../app/world.ts';
import { inWorld } from '../emulated-world.ts';
import { note, report } from '../figures.ts';

/** Drawings that take longer than they may; each is given up after ten seconds. */
const slow = 3;

/** Somebody opens issues with pictures that take long to draw and are refused then, and one whose address is dead. */
export async function logoFlood(): Promise<void> {
  console.log(`${slow} issues with drawings that are too slow, on the machine’s own clock`);
  let drawn = 0;
  const telemetry = { ...silentTelemetry, logo: () => drawn++ };
  await inWorld({ app: { telemetry, drawingPatience: 2000 } }, async (made) => {
    const { github, repository } = made;
    made.submit('ann', { company: 'Juniper Parcel' });
    await made.settle();
    for (let number = 0; number < slow; number++) {
      const logo = github.as('mallory').upload(repository, slowLogo(number));
      made.submit('mallory', { company: `Slow ${number}`, logo });
    }
    // All of them are begun before others ask.
    await setTimeout(500);
    const answered = await secondsUntil(made, 2, () => {
      made.submit('bob', { company: 'Harbour Bakery' });
    });
    report('who submits meanwhile waits, s', answered, 8);
    await made.settle();
    const drawnBefore = drawn;
    const started = performance.now();
    const page = (await github.readFile(repository, pages.en)) ?? '';
    const files = { [pages.en]: page.replace('Brightwater', 'Clearwater') };
    await github.as('mary').push(repository, { files });
    await made.settle();
    report('drawn again after a page changed', drawn - drawnBefore, 0);
    note('all is rebuilt after', (performance.now() - started) / 1000, 's');
  });
  await deadAddress();
}

/** @param pulls how many pull requests there are then */
async function secondsUntil(made: World, pulls: number, happen: () => void): Promise<number> {
  const start = performance.now();
  happen();
  while (made.open().length < pulls) await setTimeout(20);
  return (performance.now() - start) / 1000;
}

/** The sweeps of a day. */
const sweeps = 96;

async function deadAddress(): Promise<void> {
  let asked = 0;
  const noName = Object.assign(new Error('No name'), { code: 'EAI_AGAIN' });
  const downloads = {
    resolve: () => {
      asked += 1;
      return Promise.reject(noName);
    },
  };
  await inWorld({ downloads: () => downloads }, async (made) => {
    made.submit('mallory');
    await made.settle();
    for (let sweep = 0; sweep < sweeps; sweep++) {
      made.github.clock.turn(15 * 60_000);
      await made.app().sweep();
      await made.settle();
    }
  });
  report('a dead address is asked for in a day, times', asked, 12);
}
