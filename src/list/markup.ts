// What `check` may know of the markup in a list, besides `list.ts`: a room of its own, for it loads a Markdown parser.
export type { ActiveMarkup } from './text/active/active-markup.ts';
export { findActiveMarkup } from './text/active/find-active-markup.ts';
export { findLinks } from './text/active/find-links.ts';
