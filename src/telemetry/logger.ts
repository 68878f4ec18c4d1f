/** What is beside a message. An error is written with its stack and causes. */
export type LogData = Readonly<Record<string, unknown>>;

/** Takes notes of what happens. A message is a constant sentence; what changes is beside it, as data. */
export interface Logger {
  debug(message: string, data?: LogData): void;
  info(message: string, data?: LogData): void;
  warn(message: string, data?: LogData): void;
  error(message: string, data?: LogData): void;
}

/** Writes nothing. @internal for tests */
export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
};
