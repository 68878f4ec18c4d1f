// What other rooms may know of the markup in a list, besides `list.ts`: a file of its own, for it loads a Markdown parser.
export type { ActiveMarkup } from './text/active/active-markup.ts';
export { findActiveInPart } from './text/active/find-active-in-part.ts';
export { findLinks } from './text/active/find-links.ts';
export { findNewlyActive } from './text/active/find-newly-active.ts';
