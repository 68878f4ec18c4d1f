import type { PhrasingContent } from 'mdast';

/** A piece of Markdown that says one thing of an organization, as a cell of a table or the end of an item. */
export interface Sample {
  /** Where it is in the file. */
  readonly start: number;
  readonly source: string;
  readonly nodes: readonly PhrasingContent[];
  /** The organization's name. */
  readonly company: string;
}
