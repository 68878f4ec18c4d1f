import mustache from 'mustache';
import type { Values } from '../../problem/values.ts';
import { shorten } from '../../text/shorten.ts';
import { defuse, escapeText } from '../defuse.ts';
import { withOneStop } from './with-one-stop.ts';

/** Of a value in a sentence, in UTF-16 code units: more would bury the sentence. */
const longestValue = 400;

/**
 * Fills a template that is Markdown itself. Texts among the values are shown as text and do nothing; numbers are ours,
 * so `#{{pull}}` links. `{{{name}}}` takes Markdown. A value that ends in a full stop also ends the sentence.
 */
export function fillMarkdown(template: string, values: Values): string {
  return mustache.render(withOneStop(template, values), values, {}, { escape: toMarkdown });
}

/** Fills a template that is plain text, such as a problem's, and gives Markdown that shows it. */
export function fillTextAsMarkdown(template: string, values: Values): string {
  const pieces = template.split(/(\{\{[^{}]*\}\})/);
  return fillMarkdown(
    pieces.map((piece, index) => (index % 2 === 0 ? escapeText(piece) : piece)).join(''),
    values,
  );
}

/** A text as a value in a sentence: shown as text, shortened. */
function textValue(text: string): string {
  return defuse(shorten(text, longestValue));
}

function toMarkdown(value: unknown): string {
  return typeof value === 'string' ? textValue(value) : String(value);
}
