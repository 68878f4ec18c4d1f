import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const entry = z.object({
  name: z.string(),
  /** A row's cells by their columns, or an object's values; of an item or a section `name`, `url` and `raw`, its source. */
  fields: z.record(z.string(), z.unknown()),
});

const meta = z.object({
  path: z.string(),
  format: z.string(),
  group: z.number(),
  index: z.number(),
  size: z.number(),
  humanSlips: z.array(z.string()),
});

/** One real commit that adds one entry to a list. */
export interface ReplayCase {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly entry: z.infer<typeof entry>;
  readonly meta: z.infer<typeof meta>;
}

/** The cases of one format in a folder shaped as `shared/data/lists/replays`, by their ids. */
export function readCases(folder: string, format: string): readonly ReplayCase[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((id) => {
      const read = (name: string) => readFileSync(join(folder, id, name), 'utf8');
      const known = meta.safeParse(JSON.parse(read('meta.json')));
      if (!known.success || known.data.format !== format) return [];
      const names = readdirSync(join(folder, id));
      const file = (stem: string) =>
        read(names.find((name) => name.startsWith(`${stem}.`)) ?? stem);
      return [
        {
          id,
          before: file('before'),
          after: file('after'),
          entry: entry.parse(JSON.parse(read('entry.json'))),
          meta: known.data,
        },
      ];
    });
}
