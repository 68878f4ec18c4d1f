/** A label as it is compared: composed (NFC), white space folded, so that a form and its issues agree. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
}
