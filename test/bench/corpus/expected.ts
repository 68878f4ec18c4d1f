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
}

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
    return { ...list, expected: formatIds.find((id) => id === name) };
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
  [/^(?:text|description(?: of use)?|use[- ]?case|notes|more info(?:rmation)?)$/i, 'text'],
];

/** The role that a column or key has to have, where its words leave no doubt. */
export function meaningOf(name: string): FieldRole | undefined {
  return meanings.find(([words]) => words.test(name))?.[1];
}
