import type { FieldRole } from '../../config/configuration.ts';
import type { ReadSequence, SequenceEntry, SequenceList } from '../sequence/sequence.ts';
import type { DataProperty, DataValue } from './data-value.ts';

/** A list in a data file. */
export interface DataArray {
  readonly value: DataValue;
  /** The keys to it, by which the second reader finds it too. */
  readonly path: readonly (string | number)[];
  /** The words to it, by which a configuration finds it: keys, and the titles of groups. */
  readonly words: readonly string[];
}

/** A key of a list's entries. */
export interface DataKey {
  /** In an object, the object's key is before its own: `link.url`. */
  readonly name: string;
  /** The key of the object that it is in. */
  readonly inside?: string;
  readonly role: FieldRole;
  /** What most names end with and is no part of them, such as “ logo” in the alternative text of a picture. */
  readonly suffix?: string;
}

interface DataParts {
  readonly array: DataValue;
  readonly keys: readonly DataKey[];
  /** The placeholder, if there is one: an entry that shows how others are written. */
  readonly model: DataEntry | undefined;
}

/** A list in a data file as the other rooms see it. */
export interface DataList extends SequenceList, DataParts {
  readonly entries: readonly DataEntry[];
  readonly elsewhere: readonly DataEntry[];
}

/** A list as it is read here. */
export interface ReadDataList extends ReadSequence, DataParts {
  readonly entries: readonly DataEntry[];
}

/** An entry with its properties. */
export interface DataEntry extends SequenceEntry {
  readonly properties: readonly DataProperty[];
  /** What makes an edit of it unsafe. */
  readonly mark: DataValue['mark'];
}
