import { type Problem, problem } from '../problem/problem.ts';
import { failure, type Result, success } from '../problem/result.ts';
import type { NormalizedLogo } from './draw-logo.ts';
import { logoLimits } from './limits.ts';
import type { LogoSettings } from './logo-settings.ts';
import { sniffFormat } from './picture-format.ts';
import { oneAtATime } from './process/one-at-a-time.ts';
import { type Outcome, runChild } from './process/run-child.ts';

export type { NormalizedLogo } from './draw-logo.ts';

/** Two drawings at once would take twice the memory. */
const drawInTurn = oneAtATime((bytes: Uint8Array, settings: LogoSettings) =>
  runChild(bytes, settings),
);

/**
 * Makes a stranger's picture a logo: upright, trimmed, drawn at the same optical size as every other in the middle of a
 * transparent canvas. The same bytes give the same PNG. What cannot be drawn is a problem with
 * the field `logo`; throws where this machine cannot draw at all (sharp is missing).
 */
export async function normalizeLogo(
  bytes: Uint8Array,
  settings: LogoSettings,
): Promise<Result<NormalizedLogo>> {
  const refused = problemAtSight(bytes);
  if (refused) return failure(refused);
  return interpret(await drawInTurn(bytes, settings));
}

/** What the bytes alone tell, without decoding any. */
function problemAtSight(bytes: Uint8Array): Problem | undefined {
  if (bytes.length === 0) return problem('logo-empty', 'logo');
  if (bytes.length > logoLimits.bytes) {
    const megabytes = (bytes.length / 1024 ** 2).toFixed(1);
    const limit = logoLimits.bytes / 1024 ** 2;
    return problem('logo-too-many-bytes', 'logo', { megabytes, limit });
  }
  const sniffed = sniffFormat(bytes);
  if (sniffed.kind === 'unknown') return problem('logo-not-a-picture', 'logo');
  if (sniffed.kind === 'logo') return undefined;
  return problem('logo-format-unsupported', 'logo', { format: sniffed.name });
}

function interpret(outcome: Outcome): Result<NormalizedLogo> {
  switch (outcome.kind) {
    case 'logo':
      return success(outcome.logo);
    case 'problems':
      return failure(...outcome.problems);
    case 'fault':
      throw new Error('The logo could not be drawn on this machine', { cause: outcome.message });
    case 'crashed':
      return failure(problem('logo-broken', 'logo'));
    case 'too-slow':
      return failure(problem('logo-too-slow', 'logo', { seconds: logoLimits.time / 1000 }));
    case 'no-processor':
      return failure(problem('logo-no-processor', 'logo', { seconds: logoLimits.patience / 1000 }));
    case 'too-much-memory':
      return failure(problem('logo-too-much-memory', 'logo'));
  }
}

/** What a project writes of a logo: its SVG where there is one, else its PNG. */
export function logoFile({ png, svg }: NormalizedLogo): Uint8Array {
  return svg === undefined ? png : Buffer.from(svg);
}
