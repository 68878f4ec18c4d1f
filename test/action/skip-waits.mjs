// Loaded before the command in a process of its own: what it waits for is over at once, and its clock says that the time has passed.
// A wait with a signal is a deadline for something else, and stays. How long was waited, in milliseconds, is written to WAITED_FILE.
import { writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const { now } = performance;
const { setTimeout } = timers;
let waited = 0;

performance.now = () => now.call(performance) + waited;
timers.setTimeout = (milliseconds, value, options) => {
  if (options?.signal) return setTimeout(milliseconds, value, options);
  waited += milliseconds;
  return timers.setImmediate(value);
};
syncBuiltinESMExports();
process.on('exit', () => {
  if (process.env.WAITED_FILE) writeFileSync(process.env.WAITED_FILE, String(waited));
});
