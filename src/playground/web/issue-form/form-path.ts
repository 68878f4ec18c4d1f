/** The path of the repository's own issue form. @param home the repository's */
export function formPath(home: string): string {
  return `${home}/issues/new?template=powered-by.yml`;
}
