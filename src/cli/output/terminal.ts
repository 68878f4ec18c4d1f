import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Styles a text for standard output: on a terminal, and not where `NO_COLOR` is set. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** Styles a text for standard error. */
export function styledError(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stderr });
}

/** Characters that a terminal would obey rather than show: controls, and marks that turn the direction of text. */
const obeyed = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text that may hold what a stranger typed, safe to show on a line of a terminal. */
export function printable(text: string): string {
  return text.replace(obeyed, '\uFFFD');
}

/** Several lines that may hold what a stranger typed. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** Prints lines on standard output. */
export function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Prints lines on standard error. */
export function printError(...lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}
