import { RequestFailed } from '../../github/client/github-client.ts';
import { statusOf } from '../../github/client/graphql-error.ts';
import type { LogData } from '../../telemetry/logger.ts';
import { shorten } from '../../text/shorten.ts';

/** How much of one text is written, in characters, and how many causes of an error. */
const most = { text: 8_000, causes: 5 };

/** Data as it can be written: errors with what they say, texts of bounded length, nothing that turns in circles. */
export function describeData(data: LogData): LogData {
  return Object.fromEntries(
    Object.entries(data)
      .map(([name, value]) => [name, describeValue(value)])
      .filter(([, value]) => value !== undefined),
  );
}

function describeValue(value: unknown): unknown {
  if (value instanceof Error) return describeError(value, most.causes);
  if (typeof value === 'string') return shorten(value, most.text);
  try {
    const text = JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'bigint' ? String(each) : each,
    );
    if (text === undefined) return undefined;
    return text.length > most.text ? shorten(text, most.text) : JSON.parse(text);
  } catch {
    return `[${typeof value} that cannot be written]`;
  }
}

/** Only what says what happened: other properties of an error may hold a whole request, with its token. */
function describeError(error: Error, causes: number): LogData {
  const { name, message, stack = '', cause } = error;
  const { code } = error as { readonly code?: unknown };
  const status = error instanceof RequestFailed ? error.status : statusOf(error);
  return {
    name,
    message: shorten(message, most.text),
    ...(status !== undefined && { status }),
    ...(typeof code === 'string' && { code }),
    stack: shorten(stack, most.text),
    ...(cause !== undefined && causes > 0 && { cause: describeCause(cause, causes - 1) }),
  };
}

function describeCause(cause: unknown, causes: number): unknown {
  return cause instanceof Error ? describeError(cause, causes) : shorten(String(cause), most.text);
}
