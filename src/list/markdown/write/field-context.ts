import { type InlinePattern, patternOf } from './inline-pattern.ts';
import type { Sample } from './sample.ts';

/** What decides how one field of an entry is written. */
export interface FieldContext {
  /** What other entries have there, nearest first. */
  readonly samples: readonly Sample[];
  /** Whether links, emphasis and code in texts are let through. */
  readonly allowsMarkup: boolean;
}

/** Whether others have a link to `http:`. */
export function hasHttp({ samples }: Pick<FieldContext, 'samples'>): boolean {
  return samples.some(({ source }) => /http:\/\//i.test(source));
}

/** Those of the samples after which another can be written. */
export function* patternsIn({ samples }: FieldContext): Generator<[InlinePattern, Sample]> {
  for (const sample of samples) {
    const pattern = patternOf(sample);
    if (pattern !== undefined) yield [pattern, sample];
  }
}
