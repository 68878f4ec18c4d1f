/** A character by which a plain scalar may begin: what is in doubt gets quotes. */
const first = /^[\p{L}\p{N}/._+$(]/u;

/** What some reader takes for true, false or nothing. */
const words = /^(?:y|yes|n|no|true|false|on|off|null|nil|none|~)$/i;

/** Numbers of YAML 1.1 and 1.2, with commas, which Ruby reads over, and in base 60. */
const numbers = [
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-f_]+)$/i,
  /^[-+]?(?:\d[\d_,]*)?(?:\.[\d_,]*)?(?:e[-+]?\d+)?$/i,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
  /^[-+]?\.(?:inf|nan)$/i,
];

/** Whether a reader takes a text for a date. */
export function isDateLike(text: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt\s])/.test(text);
}

/**
 * Whether a text may be written without quotes, for every reader of YAML 1.1 and 1.2. Careful rather than complete: what is
 * in doubt gets quotes.
 *
 * @param inBraces whether it is between braces or brackets
 */
export function mayBePlain(text: string, inBraces: boolean): boolean {
  if (!first.test(text) || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (/:(?=\s|$)|\s#|\s$|\s\s/.test(text)) return false;
  if (inBraces && /[,[\]{}:?]/.test(text)) return false;
  return !words.test(text) && !isDateLike(text) && !numbers.some((each) => each.test(text));
}
