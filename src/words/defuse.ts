import { toOneLine } from './text/one-line.ts';

const zeroWidthSpace = '\u200B';

/** What GitHub may take for a commit: it links any abbreviation of seven digits or more that it finds in the repository. */
const commit = /(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/gi;

/**
 * Places within what GitHub turns into something else after it has read the Markdown, in the finished text: there no
 * escape helps, only a character in between.
 */
const references = new RegExp(
  [
    // A mention, a mail address, a commit of somebody.
    /(?<=@)(?=\S)/,
    // An issue or a pull request, of this repository or another.
    /(?<=#)(?=\d)/,
    /(?<=\bGH-)(?=\d)/,
    // An address. Two gaps, for what begins with two slashes is an address to some.
    /(?<=:)(?=\/\/)|(?<=\/)(?=\/)/,
    /(?<=\bwww)(?=\.)/,
    // An emoji's name.
    /(?<=:)(?=[\w+-]+:)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/**
 * What acts in GitHub's Markdown and HTML: emphasis, code, links, formulas, tags, references, the borders of a table's
 * cell, and what makes a line begin a heading, a list or a table.
 */
const active = /[\\`*_~<>&|$[\]]|^[-+#=]|^:(?=-)|(?<=^\d{1,9})[.)]/g;

const named: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/**
 * A text in which GitHub finds no mention, no reference to an issue or a commit, no address and no emoji's name, by
 * zero-width spaces; on one line. For places where Markdown is not read: titles and the messages of commits.
 *
 * @internal for tests
 */
export function breakReferences(text: string): string {
  return toOneLine(text)
    .replace(commit, (digits) => digits.replace(/.{6}(?=.)/g, `$&${zeroWidthSpace}`))
    .replace(references, zeroWidthSpace);
}

/**
 * A text for a title or the message of a commit: {@link breakReferences}, and no directive arises that tells CI to stay
 * away, such as `[skip ci]` and `***NO_CI***`.
 */
export function breakDirectives(text: string): string {
  return breakReferences(text).replace(/\[|\*(?=\*)/g, `$&${zeroWidthSpace}`);
}

/**
 * A text as GitHub's Markdown or HTML that shows just the text: no markup arises of it, nobody is notified, nothing is
 * linked. It fits a line of its own, a table's cell, and text between tags. Blanks at its ends stay.
 */
export function escapeText(text: string): string {
  return escapeActive(breakReferences(text));
}

/** What a stranger typed, as {@link escapeText} writes it, without blanks at its ends. */
export function defuse(text: string): string {
  const source = escapeActive(breakReferences(text).trim());
  // A heading's last number signs are not shown.
  return source.replace(/#$/, '&#35;');
}

/** What a stranger typed, as the value of an attribute between double quotes. */
export function defuseAttribute(text: string): string {
  return defuse(text).replaceAll('"', '&quot;');
}

function escapeActive(line: string): string {
  return line
    .replace(active, (found) => named[found] ?? `&#${found.charCodeAt(0)};`)
    .replaceAll(zeroWidthSpace, '&#8203;');
}
