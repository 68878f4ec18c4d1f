import type { FormatId } from '../config/configuration.ts';

/** The names of Markdown files. */
export const markdownEnding = /\.(?:md|mdx|markdown)$/i;

/** The names of files that may hold a list of each format. */
export const fileEndings: Readonly<Record<FormatId, RegExp>> = {
  'front-matter-table': /\.(?:md|mdx|markdown|html?)$/i,
  'markdown-table': markdownEnding,
  'markdown-list': markdownEnding,
  'markdown-sections': markdownEnding,
  'yaml-list': /\.ya?ml$/i,
  'json-array': /\.jsonc?$/i,
  'js-array': /\.[cm]?[jt]sx?$/i,
  // The names of its files differ in the place of the star.
  'entry-files': /\*/,
};
