/** The locales of a project with two pages and one with a script in its name. */
export const locales = { locales: ['en', 'zh', 'pt-BR'], sourceLocale: 'en' } as const;
