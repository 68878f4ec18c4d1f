import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { commandNames } from '../../src/command/commands.ts';
import { configurationJsonSchema } from '../../src/config/json-schema.ts';
import { codeIn, tableOf, textOf } from './document.ts';

const document = textOf('README.md');

const setting = z.object({
  enum: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

/** The settings by their keys, such as `logo.size`. */
function settingsIn(properties: unknown, prefix = ''): [string, z.infer<typeof setting>][] {
  return Object.entries(z.record(z.string(), setting).parse(properties)).flatMap(([key, each]) =>
    each.properties === undefined
      ? [[`${prefix}${key}`, each] as [string, typeof each]]
      : settingsIn(each.properties, `${key}.`),
  );
}

const settings = settingsIn(
  z.object({ properties: z.unknown() }).parse(configurationJsonSchema()).properties,
);
const rows = tableOf(document, 'Configuration', 'key');

describe('README.md', () => {
  it('names every key of the configuration', () => {
    const documented = rows.flatMap(([keys]) => codeIn(keys));
    expect(documented.toSorted()).toEqual(settings.map(([key]) => key).toSorted());
  });

  it('names every value where a key takes only some', () => {
    const choices = settings.filter(([, { enum: values }]) => values !== undefined);
    expect(choices.map(([key]) => key)).toContain('language');
    for (const [key, { enum: values = [] }] of choices) {
      const row = rows.find(([keys]) => codeIn(keys).includes(key));
      expect(codeIn(row?.join(' ')), key).toEqual(expect.arrayContaining(values));
    }
  });

  it('names every command', () => {
    const documented = tableOf(document, 'The app', 'command').map(
      ([usage]) => codeIn(usage)[0]?.split(' ')[0],
    );
    expect(documented).toEqual([...commandNames]);
  });
});
