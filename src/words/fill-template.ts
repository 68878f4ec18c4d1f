import mustache from 'mustache';
import type { Values } from '../problem/values.ts';

/**
 * Fills a Mustache template with values, as plain text: nothing is escaped, because only the caller knows whether it goes
 * to a terminal, to Markdown or to JSON. A value is inserted as it is, never read as a template.
 */
export function fillTemplate(template: string, values: Values): string {
  return mustache.render(template, values, {}, { escape: String });
}
