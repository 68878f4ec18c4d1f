import { configurationOf } from '../submission/configuration.ts';

/** A project with two pages and one with a script in its name. */
export const locales = configurationOf('pages: {en: a.md, zh: b.md, pt-BR: c.md}');
