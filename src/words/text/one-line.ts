/** What shows nothing itself, yet turns the words around it about, or hides what stands there. */
const invisible = /[\p{Bidi_Control}\u200B\u2060\uFEFF]/gu;

/** A text, well-formed, without what only changes how the words around it are read. */
export function withoutInvisible(text: string): string {
  return text.toWellFormed().replace(invisible, '');
}

/** Such a text on one line, each run of blanks and control characters as one blank. */
export function toOneLine(text: string): string {
  return withoutInvisible(text).replace(/[\p{White_Space}\p{Cc}]+/gu, ' ');
}
