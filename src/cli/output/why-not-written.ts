import { OutsideCheckoutError } from '../../checkout/checkout.ts';
import { HalfWrittenError } from '../../checkout/write-files.ts';
import { type Problem, problem } from '../../problem/problem.ts';

/** The problem that kept files from being written. */
export function whyNotWritten(error: unknown): Problem {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof OutsideCheckoutError) {
    return problem('path-outside-checkout', '', { path: cause.path });
  }
  const reason = cause instanceof Error ? cause.message : String(error);
  return error instanceof HalfWrittenError
    ? problem('files-half-written', '', { reason, files: error.paths.join(', ') })
    : problem('files-not-written', '', { reason });
}
