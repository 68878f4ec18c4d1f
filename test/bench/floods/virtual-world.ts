import type { Issue } from '../../../src/emulator/world/model.ts';
import { VirtualTime } from '../../app/virtual-time.ts';
import { type World, type WorldOptions, world } from '../../app/world.ts';
import { onGithub } from '../emulated-world.ts';

/**
 * Runs something in a repository in which the app is at work, in time that passes as it is told to.
 *
 * @param latency how long GitHub takes to answer, in milliseconds
 */
export async function inVirtualWorld(
  options: WorldOptions,
  run: (made: World, time: VirtualTime) => Promise<void>,
  latency = 0,
): Promise<void> {
  await onGithub(async (github) => {
    const ends: (() => Promise<void>)[] = [];
    const time = new VirtualTime(github, latency);
    const app = { ...options.app, ...time.app };
    const made = await world({ ...options, app, github, whenOver: (end) => ends.push(end) });
    try {
      await run(made, time);
    } finally {
      for (const end of ends) await end();
    }
  });
}

/** Waits until a first submission has its pull request: its logo is drawn, which no clock of ours hastens. */
export async function untilOpen({ open }: World, time: VirtualTime): Promise<void> {
  while (open().length === 0) await time.pass(100);
  await time.pass(60_000);
}

/** How many seconds pass until something is so, an hour and a half at most. */
export async function secondsUntil(time: VirtualTime, isSo: () => boolean): Promise<number> {
  return (await time.pass(90 * 60_000, isSo)) / 1000;
}

/** The same for several things; infinite for what is not so by then. */
export async function secondsUntilEach<Name extends string>(
  time: VirtualTime,
  things: Readonly<Record<Name, () => boolean>>,
): Promise<Record<Name, number>> {
  const start = time.now();
  const names = Object.keys(things) as Name[];
  const seconds = new Map<Name, number>();
  await secondsUntil(time, () => {
    for (const name of names) {
      if (!seconds.has(name) && things[name]()) seconds.set(name, (time.now() - start) / 1000);
    }
    return seconds.size === names.length;
  });
  const found = names.map((name) => [name, seconds.get(name) ?? Number.POSITIVE_INFINITY]);
  return Object.fromEntries(found);
}

export function isAnswered({ comments }: Issue): boolean {
  return comments.some(({ author }) => author.type === 'Bot');
}
