/** A pattern that finds, everywhere in a text, what one of several patterns finds. */
export function anyOf(patterns: readonly (RegExp | string)[]): RegExp {
  const sources = patterns.map((each) => (typeof each === 'string' ? each : each.source));
  return new RegExp(sources.join('|'), 'gu');
}
