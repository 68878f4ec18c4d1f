/**
 * Joiners and variation selectors: invisible, yet some scripts and emoji are misspelt without them.
 * The Mongolian ones are its own selectors and vowel separator.
 */
const invisiblePartners = /[\u200C\u200D\u180B-\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/v.source;

/**
 * What no text on a page needs. Default-ignorable characters show nothing, so with them two names can look the same
 * and differ: zero-width spaces, soft hyphens, bidirectional controls, Hangul fillers, and tags, which can also
 * carry a hidden message. U+FFF9 to U+FFFC mark annotations and objects that plain text does not have.
 */
const unwanted = new RegExp(
  String.raw`[[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC]--[\p{White_Space}${invisiblePartners}]]`,
  'gv',
);

/** Letters and marks of the scripts in which a joiner changes how its neighbours are written (UAX #31, A1 to B). */
const joiningLetter =
  /[[[\p{L}\p{M}]--\p{Default_Ignorable_Code_Point}]&&[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mand}\p{scx=Nkoo}\p{scx=Adlm}\p{scx=Rohg}\p{scx=Mong}\p{scx=Phag}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}\p{scx=Sund}\p{scx=Lana}\p{scx=Cakm}]]/v
    .source;

const needed = [
  String.raw`(?<=${joiningLetter})[\u200C\u200D]`,
  // As in 👩‍💻 and 🏳️‍🌈.
  String.raw`(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D(?=\p{Extended_Pictographic})`,
  String.raw`(?<=\p{Emoji})[\uFE0E\uFE0F]`,
  // Ideographic variants: Japanese family and company names tell 辻 and 辻󠄀 apart.
  String.raw`(?<=[\p{Ideographic}[\p{scx=Mymr}&&\p{L}]])[\uFE00-\uFE0D\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=[\p{scx=Mong}&&\p{L}])[\u180B-\u180F]`,
].join('|');

const partnersNeededOrNot = new RegExp(`(${needed})|${invisiblePartners}`, 'gv');

/**
 * What is removed may have separated marks, which NFC then reorders, so that a joiner follows another character. A text in
 * which that goes on and on is nobody's language: it loses its joiners.
 */
const mostPasses = 4;

const anyPartner = new RegExp(invisiblePartners, 'gv');

/**
 * A stranger's text as it may be in a page: in Unicode's composed form (NFC), on one line, well-formed, and
 * without control, bidirectional, private-use or invisible characters; joiners and variation selectors stay where a
 * script or an emoji needs them.
 *
 * Every run of white space becomes one blank, no-break spaces too: a maintainer could not see the difference in a
 * diff, and HTML folds blanks anyway. Cleaning a clean text changes nothing.
 */
export function cleanText(text: string): string {
  let clean = text;
  for (let pass = 0; pass < mostPasses; pass++) {
    const cleaner = cleanOnce(clean);
    if (cleaner === clean) return clean;
    clean = cleaner;
  }
  return cleanOnce(clean.replace(anyPartner, ''));
}

/**
 * The same of a text that may have several lines: a line break is one `\\n`, a blank line two, and `<br>` is a line break too.
 * Cleaning a clean text changes nothing.
 */
export function cleanLines(text: string): string {
  const cleaned = linesOf(text).map(cleanText).join('\n');
  return linesOf(cleaned.replace(/<br *\/?>/gi, '\n'))
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/** A text without the characters that no text on a page needs; blanks and joiners stay. */
export function withoutUnwanted(text: string): string {
  return text.replace(unwanted, '');
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

function cleanOnce(text: string): string {
  return text
    .normalize('NFC')
    .replace(unwanted, '')
    .replace(partnersNeededOrNot, '$1')
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/^ | $/g, '')
    .normalize('NFC');
}
