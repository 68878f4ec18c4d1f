/** What our branches' names begin with. */
export const branchPrefix = 'poweredby/';

/** Our branch for an issue: named by its number alone, for git takes names that would be commands in a shell. */
export function branchFor(issue: number): string {
  return `${branchPrefix}issue-${issue}`;
}

/** Where a new commit for an issue is made before its branch is moved there. */
export function temporaryBranchFor(issue: number): string {
  return `${branchPrefix}next-${issue}`;
}

/** The issue that a branch of ours, temporary or not, is for. */
export function issueOfBranch(branch: string): number | undefined {
  const number = /^poweredby\/(?:issue|next)-([1-9]\d{0,9})$/.exec(branch)?.[1];
  return number === undefined ? undefined : Number(number);
}
