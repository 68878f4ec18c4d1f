import type { Edit } from '../list/list.ts';
import type { Remark } from '../problem/remark.ts';
import type { ChangeKind } from '../words/pull-content.ts';
import type { FileChange } from './file-change.ts';

/** The files to write and the words to say for a submission, computed and not yet sent. */
export interface Proposal {
  readonly kind: ChangeKind;
  readonly company: string;
  /** What it was called before, where it gets another name. */
  readonly formerName?: string;
  /** The company as file names show it. */
  readonly slug: string;
  /** Locale to its changed list, with the place that the entry takes, has, or had. */
  readonly edits: Readonly<Record<string, Edit>>;
  /** Pages in the order of the locales, then logos; none where everything is as it should be. */
  readonly changes: readonly FileChange[];
  readonly remarks: readonly Remark[];
}
