/** The lines between which git leaves both of two changes that meet. */
const marks = /^(?:<{7}(?= )|={7}(?=\r?$)|>{7}(?= ))/gm;

/** Where a merge conflict begins that nobody has resolved, so that a list is neither the one nor the other. */
export function conflictStart(text: string): number | undefined {
  let start: number | undefined;
  let isSecond = false;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark.startsWith('<')) [start, isSecond] = [index, false];
    else if (mark.startsWith('=')) isSecond = start !== undefined;
    else if (isSecond) return start;
  }
  return undefined;
}
