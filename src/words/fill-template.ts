import mustache from 'mustache';
import type { Values } from '../problem/values.ts';
import { withOneStop } from './text/with-one-stop.ts';

/**
 * Fills a Mustache template with values, as plain text: nothing is escaped, because only the caller knows whether it goes
 * to a terminal, to Markdown or to JSON. A value is inserted as it is, never read as a template; one that ends in a full stop also ends the sentence.
 */
export function fillTemplate(template: string, values: Values): string {
  return mustache.render(withOneStop(template, values), values, {}, { escape: String });
}
