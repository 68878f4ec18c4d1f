import markdownIt from 'markdown-it';
import { toSingleLine } from '../../../src/text/single-line.ts';

const markdown = markdownIt({ html: true, linkify: true });

/** A file as GitHub's dialect shows it, bare links made links. */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}

/** The text of a piece of HTML that has no tag in it. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a reader sees of a text that was typed, on one line. */
export function asShown(typed: string): string {
  return toSingleLine(typed).replace(/\s+/g, ' ').trim();
}

/** Texts beside the hostile ones that act in a Markdown file on GitHub, or where MDX compiles it. */
export const textsForFiles: readonly string[] = [
  ...['{process.exit()}', 'a | b', 'a \\| b', '\\', '[ref]', '[x][ref]', '$x$ and $y$', '{`x`}'],
  ...['<Component/>', '<!-- x -->', 'a < b', '1<2', '| --- |', '![x](y)', 'https://a.example'],
  ...[
    'import x from "y"',
    'export const x = 1',
    'export default 1',
    'import"y"',
    '===',
    '=',
    '---',
    '- x',
  ],
  ...[
    '1. x',
    '(x)',
    '@anna',
    ': x',
    '– x',
    'Website: x',
    'Note: x',
    '**Links**: x',
    '<br>',
    'a\n\nb',
    '**a**&#10;&#10;export const x = 1',
    '`a`&NewLine;&NewLine;import x from "y"',
    '!https://a.example/x&ndash;',
    ...['', '*** ', '___ ', '** * ', '[^1]: '].map(
      (first) => `\`a ${first}{process.exit()} ${'b'.repeat(40)}\``,
    ),
    '```',
  ],
];
