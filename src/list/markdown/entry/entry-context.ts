import type { Field } from '../../format.ts';
import type { PartStyle, ProseEntry } from './entry.ts';
import type { Wrapping } from './wrap.ts';

/** What decides how an entry is written. */
export interface EntryContext {
  /** Those that may have parts of their own. */
  readonly fields: readonly Field[];
  /** Whether the name is a link to the homepage. */
  readonly linksName: boolean;
  /** The other entries, nearest first. */
  readonly neighbours: readonly ProseEntry[];
  /** Entries of other groups, for names unlike those of the neighbours, such as one without a link. */
  readonly elsewhere: readonly ProseEntry[];
  /** What is before and behind the name. */
  readonly opener: string;
  readonly closer: string;
  /** How a part is put where no neighbour has it. */
  readonly usualStyle: (field: Field) => PartStyle;
  /** A plain name, so that all of it is read as one. */
  readonly plainName: (encoded: string) => string;
  readonly wrapping: Wrapping | undefined;
  /** By how many characters the marker is longer than the neighbours'. */
  readonly shift: number;
  readonly allowsMarkup: boolean;
}
