import type { Root, RootContent } from 'mdast';
import { problem } from '../../../problem/problem.ts';
import { failure, type Result, success } from '../../../problem/result.ts';
import type { Field, ListFormat, ListLocation, TextFile } from '../../format.ts';
import { mostCommon, usualOf } from '../../most-common.ts';
import {
  chooseLists,
  foundLists,
  groupLists,
  type NamedLists,
  nameLists,
  readGroups,
} from '../../sequence/named-lists.ts';
import { nearestFirst } from '../../sequence/nearest-first.ts';
import type { WrittenEntry } from '../../sequence/sequence.ts';
import { sequenceFormat } from '../../sequence/sequence-format.ts';
import type { Splice } from '../../splice.ts';
import { namesBelow } from '../headings-above.ts';
import type { Surroundings } from '../list-words.ts';
import { parseMarkdown, readMarkdown } from '../read-markdown.ts';
import { blockContents } from './block-contents.ts';
import type { PartStyle, ProseEntry, ProseList, ReadProseList } from './entry.ts';
import type { EntryContext } from './entry-context.ts';
import { ownNames } from './labels/label-parts.ts';
import { rewriteEntry } from './rewrite-entry.ts';
import { wrappingOf } from './wrap.ts';
import { writeEntry } from './write-entry.ts';

/** All that a format has to supply whose entries are a name and words: finding them, and what goes before a name. */
export interface ProseFormat<T extends Surroundings> {
  readonly id: ListFormat['id'];
  readonly look: ListFormat['look'];
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
  /** Cuts an entry out, where more than its lines goes. */
  cut?(list: ProseList, entry: ProseEntry): readonly Splice[];
  /** Whether blocks are one entry and nothing else. */
  isEntry(blocks: readonly RootContent[]): boolean;
}

/** A format whose entries are a name and words. */
export function proseFormat<T extends Surroundings>(own: ProseFormat<T>): ListFormat {
  const { cut } = own;
  return sequenceFormat({
    id: own.id,
    look: own.look,
    mayHold: own.mayHold,

    find(file, wanted) {
      const tree = readMarkdown(file);
      if (!tree.ok) return { lists: [], problems: tree.problems };
      const named = namedIn(tree.value, file.path);
      return foundLists(groupLists(named, wanted, areAlike), (groups) =>
        readGroups(groups, {}, (part, at) => own.toList(file, part, at)),
      );
    },

    read(file, at) {
      const tree = readMarkdown(file);
      if (!tree.ok) return tree;
      const { path } = file;
      const chosen = chooseLists(namedIn(tree.value, path), { path, within: at.within, areAlike });
      if (!chosen.ok) return chosen;
      return readGroups(chosen.value, at, (part, where) => own.toList(file, part, where));
    },

    write(list: ProseList, values, index) {
      const neighbours = nearestFirst(list, index);
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
      const others = nearestFirst(list, entry.place.index);
      const neighbours = [entry, ...others.filter((each) => each !== entry)];
      const context = contextOf(
        list,
        neighbours,
        entry.homepage === undefined ? neighbours : [entry],
      );
      return toWritten(list, rewriteEntry(list, entry, wanted, context));
    },

    ...(cut && {
      cut: (list: ProseList, entry: ProseEntry) => success(cut(list, entry)),
    }),

    parts({ text }: ProseList, { name: { start }, end }: ProseEntry) {
      const markup = text.slice(start, end);
      return [{ role: 'other', markup, language: 'markdown', start, end }];
    },
  });

  /** All that may be lists, by their names, and those of organizations. */
  function namedIn(tree: Root, path: string): NamedLists<T> {
    const parts = own.all(tree, path);
    const usual = own.ofOrganizations(parts);
    const all = nameLists(parts, ({ headings }) => namesBelow(headings));
    return { all, usual: all.filter(({ list }) => usual.includes(list)) };
  }

  function contextOf(
    { fields, entries, elsewhere, at }: ProseList,
    neighbours: readonly ProseEntry[],
    addressed = neighbours,
  ): EntryContext {
    const linksName = namesAreLinks(fields, addressed);
    return {
      ...{ neighbours, elsewhere, opener: '', closer: '', shift: 0, linksName },
      fields: fields.filter(({ name }) => !(linksName && name === ownNames.homepage)),
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

/** Whether a homepage goes into the name, as with most of the nearest that have one. */
function namesAreLinks(fields: readonly Field[], neighbours: readonly ProseEntry[]): boolean {
  if (!fields.some(({ name }) => name === ownNames.homepage)) return false;
  const places = neighbours.flatMap(({ name, parts }) => {
    if (name.homepage !== undefined) return [true];
    return parts.some(({ field }) => field === ownNames.homepage) ? [false] : [];
  });
  return usualOf(places) ?? true;
}

/** All that list organizations below headings may be groups of one list. */
function areAlike(): boolean {
  return true;
}
