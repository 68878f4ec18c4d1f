import { VirtualTime } from '../../app/virtual-time.ts';
import { type World, type WorldOptions, world } from '../../app/world.ts';
import { onGithub } from '../emulated-world.ts';

/** Runs something in a repository in which the app is at work, in time that passes as it is told to. */
export async function inVirtualWorld(
  options: WorldOptions,
  run: (made: World, time: VirtualTime) => Promise<void>,
): Promise<void> {
  await onGithub(async (github) => {
    const ends: (() => Promise<void>)[] = [];
    const time = new VirtualTime(github);
    const app = { ...options.app, clock: time, fetch: time.fetch };
    const made = await world({ ...options, app, github, whenOver: (end) => ends.push(end) });
    try {
      await run(made, time);
    } finally {
      for (const end of ends) await end();
    }
  });
}

/** How many seconds pass until something is so, an hour and a half at most. */
export async function secondsUntil(time: VirtualTime, isSo: () => boolean): Promise<number> {
  return (await time.pass(90 * 60_000, isSo)) / 1000;
}
