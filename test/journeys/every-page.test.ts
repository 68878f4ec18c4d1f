import { expect, it } from 'vitest';
import { barriersOn, viewport } from './barriers.ts';
import { look } from './look.ts';
import { setScenes } from './scenes.ts';
import { describeJourneys } from './stage.ts';

describeJourneys('every page', (stage) => {
  it('can be used by everyone, in the light and in the dark, and on a telephone', async () => {
    const scenes = [...(await setScenes(stage().running.playground))];
    const found: Record<string, readonly string[]> = {};
    const walk = async () => {
      const { page } = await stage().traveller({ viewport });
      for (let scene = scenes.shift(); scene !== undefined; scene = scenes.shift()) {
        await look(page, stage().running, scene);
        const findings = await barriersOn(page);
        await scene.after?.();
        if (findings.length > 0) found[scene.name] = findings;
      }
    };
    await Promise.all([walk(), walk()]);
    expect(found).toEqual({});
  }, 300_000);
});
