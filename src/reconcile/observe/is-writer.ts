import type { Writers } from './find-writers.ts';

/** Whether an account may push to the repository, as far as that was asked. */
export function isWriter({ writers }: { readonly writers: Writers }, login: string): boolean {
  return writers.get(login.toLowerCase()) === true;
}
