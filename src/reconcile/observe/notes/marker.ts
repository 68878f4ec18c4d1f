/**
 * What we note in texts of our own, where readers do not see it. Base64url, so that nothing in it can end the comment
 * of HTML that it is in. To be believed only in what we wrote ourselves: anybody can paste one.
 *
 * `poweredby` marks the status comment and pull requests; the others mark further comments.
 */
export type MarkerName = 'poweredby' | 'poweredby-answers' | 'poweredby-notification';

function patternOf(name: MarkerName): RegExp {
  return new RegExp(`<!-- ${name}:([\\w-]*) -->`, 'g');
}

/** A text with a note at its end. */
export function withMarker(text: string, note: unknown, name: MarkerName = 'poweredby'): string {
  const encoded = Buffer.from(JSON.stringify(note)).toString('base64url');
  return `${text.trimEnd()}\n\n<!-- ${name}:${encoded} -->`;
}

/** Whether a text has a note of ours, be it a readable one or not. */
export function hasMarker(text: string): boolean {
  return text.search(patternOf('poweredby')) !== -1;
}

/** The note in a text, which is its last; nothing where there is none, or somebody damaged it. */
export function readMarker(text: string, name: MarkerName = 'poweredby'): unknown {
  const encoded = Array.from(text.matchAll(patternOf(name))).at(-1)?.[1];
  if (encoded === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString());
  } catch {
    return undefined;
  }
}
