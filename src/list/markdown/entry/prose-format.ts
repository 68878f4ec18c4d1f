import type { Root, RootContent } from 'mdast';
import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import { asNamed } from '../../as-named.ts';
import type { Field, FoundList, ListFormat, ListLocation, TextFile } from '../../format.ts';
import { nearestFirst } from '../../sequence/nearest-first.ts';
import type { WrittenEntry } from '../../sequence/sequence.ts';
import { sequenceFormat } from '../../sequence/sequence-format.ts';
import { unknownField } from '../../sequence/unknown-field.ts';
import { chooseList, type Named, nameLists } from '../named-lists.ts';
import { parseMarkdown, readMarkdown } from '../read-markdown.ts';
import { mostCommon } from '../write/most-common.ts';
import { blockContents } from './block-contents.ts';
import type { PartStyle, ProseEntry, ProseList, ReadProseList } from './entry.ts';
import type { EntryContext } from './entry-context.ts';
import { rewriteEntry } from './rewrite-entry.ts';
import { wrappingOf } from './wrap.ts';
import { writeEntry } from './write-entry.ts';

/** All that a format has to supply whose entries are a name and words: finding them, and what goes before a name. */
export interface ProseFormat<T extends { readonly heading: string }> {
  readonly id: ListFormat['id'];
  mayHold(file: TextFile): boolean;
  /** All parts of a file that may be lists, also empty ones. */
  all(tree: Root, path: string): readonly T[];
  /** Those of them that seem to list organizations. */
  ofOrganizations(all: readonly T[]): readonly T[];
  toList(file: TextFile, part: T, at: ListLocation): Result<ReadProseList>;
  /** What goes before the name of a new entry, which will be the second reader's entry `row`. */
  opener(list: ProseList, row: number): string;
  /** How a part is put where no neighbour has it. */
  usualStyle(field: Field): PartStyle;
  /** A name that is neither bold nor a link, so that all of it is read as one. */
  plainName(encoded: string): string;
  /** Whether blocks are one entry and nothing else. */
  isEntry(blocks: readonly RootContent[]): boolean;
}

/** A format whose entries are a name and words. */
export function proseFormat<T extends { readonly heading: string }>(
  own: ProseFormat<T>,
): ListFormat {
  return sequenceFormat({
    id: own.id,
    mayHold: own.mayHold,

    find(file, wanted) {
      const tree = readMarkdown(file);
      if (!tree.ok) return { lists: [], problems: tree.problems };
      const { all, usual } = namedIn(tree.value, file.path);
      const found = wanted === undefined ? usual : asNamed(all, wanted.within);
      const read = found.map(({ list, within }) => own.toList(file, list, { within }));
      return {
        lists: read.flatMap((list): FoundList[] => (list.ok ? [{ ...list.value }] : [])),
        problems: read.flatMap((list) => (list.ok ? [] : list.problems)),
      };
    },

    read(file, at) {
      const tree = readMarkdown(file);
      if (!tree.ok) return tree;
      const { all, usual } = namedIn(tree.value, file.path);
      const first = chooseList(usual, file.path, at.within);
      // What looks like no list of organizations has to be named.
      const other = at.within === undefined ? first : chooseList(all, file.path, at.within);
      const chosen = first.ok || !other.ok ? first : other;
      if (!chosen.ok) return chosen;
      // By this name the same list is found again when it has been changed.
      const { list, within } = chosen.value;
      return own.toList(file, list, { ...at, within });
    },

    write(list: ProseList, values, index) {
      const unknown = unknownField(list, values);
      if (unknown !== undefined) return failure(unknown);
      const neighbours = nearestFirst(list.entries, index);
      const row = list.entries[index]?.row ?? (list.entries.at(-1)?.row ?? -1) + 1;
      const opener = own.opener(list, row);
      const usual = neighbours[0]?.opener.length ?? opener.length;
      const shift = Math.max(0, opener.length - usual);
      const closer = mostCommon(neighbours.map((entry) => entry.closer)) ?? '';
      const context = contextOf(list, neighbours);
      return toWritten(list, writeEntry(values, { ...context, opener, closer, shift }));
    },

    rewrite(list: ProseList, entry: ProseEntry, values) {
      const wanted = { ...entry, ...values, fields: { ...entry.fields, ...values.fields } };
      const others = nearestFirst(list.entries, entry.place.index);
      const neighbours = [entry, ...others.filter((each) => each !== entry)];
      return toWritten(list, rewriteEntry(list, entry, wanted, contextOf(list, neighbours)));
    },

    parts({ text }: ProseList, { name: { start }, end }: ProseEntry) {
      const markup = text.slice(start, end);
      return [{ role: 'other', markup, language: 'markdown', start, end }];
    },
  });

  /** All that may be lists, by their names, and those of organizations. */
  function namedIn(tree: Root, path: string): Record<'all' | 'usual', readonly Named<T>[]> {
    const parts = own.all(tree, path);
    const usual = own.ofOrganizations(parts);
    const all = nameLists(parts);
    return { all, usual: all.filter(({ list }) => usual.includes(list)) };
  }

  function contextOf(
    { fields, entries, at }: ProseList,
    neighbours: readonly ProseEntry[],
  ): EntryContext {
    return {
      ...{ fields, neighbours, opener: '', closer: '', shift: 0 },
      usualStyle: own.usualStyle,
      plainName: own.plainName,
      wrapping: wrappingOf(entries),
      allowsMarkup: at.markup === 'inline',
    };
  }

  /** An entry with what the second reader has to find in it; nothing is written that is not one entry. */
  function toWritten({ path }: ProseList, source: string): Result<WrittenEntry> {
    const { children } = parseMarkdown(source);
    return own.isEntry(children)
      ? success({ source, seen: children.flatMap((node) => blockContents(source, node)) })
      : failure(problem('page-edit-unsafe', path, { reason: 'entry' }));
  }
}
