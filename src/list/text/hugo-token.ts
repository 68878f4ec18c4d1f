/**
 * While Hugo renders a page it inserts a token for each shortcode, and it searches the finished page for tokens. The
 * token's first word in a shown text, however its source spells it, breaks the build of the whole site.
 */
export const tokenOfHugo = 'HAHAHUGOSHORTCODE';

/** Where a token can be broken in two. */
export const insideToken = /(?<=HAHAHUGO)(?=SHORTCODE)/;

/** Shows nothing, and keeps the halves of a token apart on the finished page. */
export const tokenSeparator = '<!-- -->';

/** The letter of a token to escape where the escape itself stays on the finished page. */
export const letterInToken = /(?<=HAHAHUGO)S(?=HORTCODE)/;
