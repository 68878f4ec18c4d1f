import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type FieldRole, type FormatId, formatIds } from '../../../src/config/configuration.ts';

const known = z.object({
  file: z.string(),
  path: z.string(),
  format: z.string(),
  entries: z.number(),
  fields: z.array(z.string()),
  notes: z.string(),
});

/** A real list, and what somebody found out about it. */
export interface CorpusList extends z.infer<typeof known> {
  /** Nothing where it is written in a way that is not served. */
  readonly expected: FormatId | undefined;
  /** Why the manifest's own number is another one. */
  readonly correction: string | undefined;
}

/** Where the manifest counts what a reader of the file would not: how many entries there are, and what else was counted. */
const corrections: Readonly<Record<string, { readonly entries: number; readonly why: string }>> = {
  'DeepRec-AI__HybridBackend/ADOPTERS.md': { entries: 0, why: 'its only row is empty' },
  'spiffe__spire/ADOPTERS.md': { entries: 53, why: '14 items are sentences that link to stories' },
  'tinkerbell__tinkerbell/docs/ADOPTERS.md': {
    entries: 3,
    why: 'one heading is in a template in a code block',
  },
};

const shortNames: Readonly<Record<string, string>> = {
  'md-table': 'markdown-table',
  'md-list': 'markdown-list',
  'md-sections': 'markdown-sections',
};

/** The lists of a folder with a `manifest.json`. */
export function readCorpus(folder: string): readonly CorpusList[] {
  const manifest = join(folder, 'manifest.json');
  if (!existsSync(manifest)) return [];
  const lists = z.array(known).parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return lists.map((list) => {
    const name = shortNames[list.format] ?? list.format;
    const { entries = list.entries, why } = corrections[list.file] ?? {};
    return { ...list, entries, expected: formatIds.find((id) => id === name), correction: why };
  });
}

/** What a person would say that columns and keys mean, by their words alone. */
const meanings: readonly (readonly [RegExp, FieldRole])[] = [
  [/^(?:name|organi[sz]ation|company|project|company \/ project|caption|title|alt)$/i, 'name'],
  [/^(?:url|url \/ repo|website|link|infolink|site)$/i, 'homepage'],
  [/^(?:logo|image|img|icon|imgurl|logo_light)$/i, 'logo'],
  [/^(?:contacts?)$/i, 'contact'],
  [/^(?:phases?|status|level|workload|tier)$/i, 'status'],
  [/^(?:type)$/i, 'category'],
  [/^(?:since|date|added)$/i, 'since'],
  [/^(?:text|description(?: of use)?|use[- ]?case|notes)$/i, 'text'],
];

/** The role that a column or key has to have, where its words leave no doubt. */
export function meaningOf(name: string): FieldRole | undefined {
  return meanings.find(([words]) => words.test(name))?.[1];
}
