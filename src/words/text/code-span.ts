import { defuse } from '../defuse.ts';
import { withoutInvisible } from './one-line.ts';

/** A text as Markdown's code: nothing in it acts, and it can be copied as it stands. It fits a table's cell. */
export function codeSpan(text: string): string {
  const line = withoutInvisible(text).replace(/\p{Cc}/gu, ' ');
  if (line.trim() === '') return '';
  // Parsers do not agree on a backslash before a table's border.
  if (line.includes('|')) return `<code>${defuse(line)}</code>`;
  const longestRun = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const padding = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** Several lines of code that fit a table's cell. */
export function codeLines(text: string): string {
  return text
    .split('\n')
    .map(codeSpan)
    .filter((line) => line !== '')
    .join('<br>');
}
