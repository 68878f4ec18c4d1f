/** Where a page of a connection ends. */
export interface PageInfo {
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

export function hasNextPage(page: PageInfo | undefined): boolean {
  return page?.hasNextPage === true;
}
