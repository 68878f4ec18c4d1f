/** What a range of commits changes, in lines and files. */
export interface Changes {
  readonly additions: number;
  readonly deletions: number;
  readonly files: readonly FileChange[];
}

export interface FileChange {
  readonly path: string;
  readonly status: 'added' | 'modified' | 'removed';
  /** Lines; 0 for binary files. */
  readonly additions: number;
  readonly deletions: number;
}
