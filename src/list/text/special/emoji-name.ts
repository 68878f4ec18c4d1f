/**
 * The name of an emoji and the colon behind it, as `emojify` of Hugo 0.111 and Goldmark's extension know them: 4,700
 * names were tried. A number, as in `10:30:15`, is no name, but for those that are.
 */
const name =
  '(?:\\p{L}[\\p{L}\\p{M}\\p{N}_+\\-.!&’()#*]{0,60}|[+\\-]1|100|1234|8ball|[123](?:st|nd|rd)_place_medal):';

/** The colon before an emoji's name. */
export const emojiColon: RegExp = new RegExp(`:(?=${name})`, 'u');

/** The first character of an emoji's name. */
export const emojiStart: RegExp = new RegExp(`(?<=:)(?=${name}).`, 'gu');
