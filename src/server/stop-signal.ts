import { constants } from 'node:os';

const signals = ['SIGTERM', 'SIGINT'] as const;

/** Resolves at the first signal to stop. A second one ends the process at once. */
export function stopSignal(): Promise<NodeJS.Signals> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  for (const signal of signals) {
    process.once(signal, () => {
      resolve(signal);
      for (const next of signals)
        process.on(next, () => process.exit(128 + constants.signals[next]));
    });
  }
  return promise;
}
