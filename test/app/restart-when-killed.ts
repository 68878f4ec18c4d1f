import type { World } from './world.ts';

/** Starts the app again when it was killed, and has it sweep. It may have done all before: its jobs run beside one another. */
export async function restartWhenKilled(
  world: Pick<World, 'restart' | 'settle'>,
  killed: Promise<void>,
): Promise<void> {
  await Promise.race([killed, world.settle()]);
  const app = await world.restart();
  await app.sweep();
}
