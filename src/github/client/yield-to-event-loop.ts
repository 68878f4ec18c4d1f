import { setImmediate } from 'node:timers/promises';

let lastYield: Promise<void> = Promise.resolve();

/** Each round of the event loop takes one new connection, as libuv has it. So many take a millisecond where none comes. */
const roundsBetween = 32;

/** Lets answers that come together be worked through one at a time, so that webhooks are answered in between. */
export function yieldToEventLoop(): Promise<void> {
  lastYield = lastYield.then(async () => {
    for (let round = 0; round < roundsBetween; round++) await setImmediate();
  });
  return lastYield;
}
