import { anyOf } from './any-of.ts';

/**
 * Words that Hugo writes onto a page while it builds a site, and replaces later. In a stranger's text, however its source
 * spells it, such a word breaks the build of the whole site, or something else appears in its place. Each is here in two
 * halves, between which it can be broken. Read in Hugo's sources, 0.111 to 0.150; seen in 0.111.3, but for the last.
 */
const contentTokens = [
  // A shortcode. One that Hugo does not know ends the build.
  ['HAHAHUGO', 'SHORTCODE'],
  // `<!--more-->`: everything from there to the real one is lost.
  ['HUGOMORE', '42'],
] as const;

/** These are looked for in the published files, where a minifier has resolved references already. */
const publishedTokens = [
  // A part of a resource behind `resources.PostProcess`.
  ['__h_p', 'p_l1'],
  // `templates.Defer`, from 0.128 on. One that Hugo does not know ends the build.
  ['__hd', 'eferred/'],
] as const;

const tokens = [...contentTokens, ...publishedTokens];

/** Where a token can be broken in two. */
export const insideToken = anyOf(tokens.map(([start, end]) => `(?<=${start})(?=${end})`));

/** The letter of a token to escape where the escape itself stays on the finished page. */
export const letterInToken = anyOf(
  tokens.map(([start, end]) => `(?<=${start})${end.charAt(0)}(?=${end.slice(1)})`),
);

/** Every token. */
export const hugoToken = anyOf(tokens.map((halves) => halves.join('')));

/** The tokens that act even where they are spelled with references. */
export const publishedToken = anyOf(publishedTokens.map((halves) => halves.join('')));
