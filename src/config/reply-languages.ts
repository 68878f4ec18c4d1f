/** The languages in which we write to people; `templates/` has a folder for each. */
export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];

/** What sentences call a project whose name is not configured. */
export const unnamedProject: Readonly<Record<Language, string>> = {
  en: 'this project',
  zh: '本项目',
};

/** Whether a configuration does not name its project. */
export function isUnnamed({
  project,
  language,
}: {
  readonly project: string;
  readonly language: Language;
}): boolean {
  return project === unnamedProject[language];
}

/** For who has not chosen one, and for texts that no other language has. */
export const defaultLanguage: Language = 'en';
