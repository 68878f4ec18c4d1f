/**
 * With `canonifyURLs` or `relativeURLs` Hugo rewrites what looks like an attribute with a path, as `src=/a.png`, anywhere
 * in a finished page.
 */
const attribute = `(?<=(?:src|href|url|action|srcset)=["']?)`;

/** The slash in whose place an address would be written. */
export const rewrittenSlash: RegExp = new RegExp(`${attribute}/(?!/)`, 'gu');

/** The place before that slash. */
export const beforeRewrittenSlash: RegExp = new RegExp(`${attribute}(?=/(?!/))`, 'u');
