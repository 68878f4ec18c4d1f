import { html, raw } from 'hono/html';

/** A piece of a page. What is put into a template is escaped, unless it is such a piece itself. */
export type Html = ReturnType<typeof html>;

/** Nothing to show. */
export const nothing: Html = raw('');

export { html, raw };
