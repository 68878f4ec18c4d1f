import { expect, it } from 'vitest';
import { InProcessRequestSpacing } from '../../../src/queue/limits/request-spacing.ts';
import { settle, TurnedClock } from '../turned-clock.ts';

function spacing(milliseconds?: number) {
  const clock = new TurnedClock();
  const spaced = new InProcessRequestSpacing(clock, milliseconds);
  const sent: string[] = [];
  const ask = (name: string, priority: number, key = '1') =>
    void spaced.turn(key, priority).then(() => sent.push(`${name} ${clock.now()}`));
  return { clock, sent, ask };
}

it('requests of an installation are a second apart, the most urgent first, then in their order', async () => {
  const { clock, sent, ask } = spacing();
  for (const name of ['swept', 'swept too']) ask(name, 4);
  await settle();
  ask('asked', 0);
  ask('rebuilt', 2);
  ask('asked too', 0);
  ask('elsewhere', 4, '2');
  await clock.turn(10_000);
  expect(sent).toEqual([
    'swept 0',
    'elsewhere 0',
    'asked 1000',
    'asked too 2000',
    'rebuilt 3000',
    'swept too 4000',
  ]);
  ask('later', 4);
  await clock.turn(0);
  expect(sent.at(-1)).toBe('later 10000');
});

it('requests are not held up where they need no spacing', async () => {
  const { clock, sent, ask } = spacing(0);
  for (const name of ['one', 'two', 'three']) ask(name, 0);
  await clock.turn(0);
  expect(sent).toEqual(['one 0', 'two 0', 'three 0']);
});
