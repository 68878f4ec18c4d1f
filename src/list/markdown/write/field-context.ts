import { encodeCell } from '../../text/encode/encode-cell.ts';
import { encodeInline } from '../../text/encode/encode-inline.ts';
import { type InlinePattern, patternOf } from './inline-pattern.ts';
import type { Sample } from './sample.ts';

/** What decides how one field of an entry is written. */
export interface FieldContext {
  /** What other entries have there, nearest first. */
  readonly samples: readonly Sample[];
  /** Whether links, emphasis and code in texts are let through. */
  readonly allowsMarkup: boolean;
}

/** A text as the configuration lets it through; links to `http:` only where the list has some. */
export function encode(text: string, { allowsMarkup, samples }: FieldContext): string {
  const hasHttp = () => samples.some(({ source }) => /http:\/\//i.test(source));
  return allowsMarkup ? encodeInline(text, hasHttp()) : encodeCell(text);
}

/** Those of the samples after which another can be written. */
export function* patternsIn({ samples }: FieldContext): Generator<[InlinePattern, Sample]> {
  for (const sample of samples) {
    const pattern = patternOf(sample);
    if (pattern !== undefined) yield [pattern, sample];
  }
}
