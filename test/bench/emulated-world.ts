import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/emulator.ts';
import { type World, type WorldOptions, world } from '../app/world.ts';

const manifest = readFileSync(join(import.meta.dirname, '../../app.yml'), 'utf8');

/** Runs something on an emulated GitHub, which is gone afterwards. @throws Error where GitHub's schemas were broken */
export async function onGithub(
  run: (github: Emulator) => Promise<void>,
  options: Partial<EmulatorOptions> = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'poweredby-bench-'));
  try {
    const github = await startEmulator({ folder, manifest, ...options });
    try {
      await run(github);
    } finally {
      await github.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs something in a repository in which the app is at work. */
export async function inWorld(
  options: WorldOptions,
  run: (made: World) => Promise<void>,
): Promise<void> {
  await onGithub(async (github) => {
    const ends: (() => Promise<void>)[] = [];
    const made = await world({ ...options, github, whenOver: (end) => ends.push(end) });
    try {
      await run(made);
    } finally {
      for (const end of ends) await end();
    }
  });
}
