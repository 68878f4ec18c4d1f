/** Whether two names of labels, or of accounts, are one to GitHub: it tells none apart by case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
