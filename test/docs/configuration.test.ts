import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { formatIds } from '../../src/config/configuration.ts';
import { configurationJsonSchema } from '../../src/config/json-schema.ts';
import { configurationSchema } from '../../src/config/schema.ts';
import { poweredby } from '../support/command-line.ts';
import { folderWith } from '../support/folders.ts';
import { blocksIn, codeIn, tableOf, textOf } from './document.ts';

const document = textOf('docs/configuration.md');

const setting = z.object({
  enum: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  anyOf: z
    .array(z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() }))
    .default([]),
});

const node = z.object({
  properties: z.record(z.string(), z.unknown()).default({}),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).default([]),
  enum: z.array(z.string()).default([]),
});

type Setting = [key: string, z.infer<typeof setting>];

/** The settings by their keys, such as `logo.size`; a value that may be a mapping or something else is one itself. */
function settingsIn(properties: unknown, prefix = ''): Setting[] {
  return Object.entries(z.record(z.string(), setting).parse(properties)).flatMap(([key, each]) => {
    const mapping = [each, ...each.anyOf].find((one) => one.properties !== undefined);
    const within = mapping ? settingsIn(mapping.properties, `${key}.`) : [];
    return mapping === each ? within : [[`${prefix}${key}`, each] as Setting, ...within];
  });
}

const settings = settingsIn(
  z.object({ properties: z.unknown() }).parse(configurationJsonSchema()).properties,
);
const rows = tableOf(document, 'Configuration', 'key');

describe('docs/configuration.md', () => {
  it('names every key of the configuration', () => {
    const documented = rows.flatMap(([keys]) => codeIn(keys));
    expect(documented.toSorted()).toEqual(settings.map(([key]) => key).toSorted());
  });

  it('names what each field, its link and a group can say, and every role', () => {
    const schema = z.toJSONSchema(configurationSchema, { io: 'input' });
    const named = (part: object): readonly string[] => {
      const { properties, additionalProperties, anyOf, enum: values } = node.parse(part);
      const parts = [...Object.values(properties), ...anyOf, additionalProperties];
      return [...Object.keys(properties), ...values, ...parts.flatMap(namedIn)];
    };
    const namedIn = (part: unknown): readonly string[] =>
      typeof part === 'object' && part !== null ? named(part) : [];
    const { fields, group } = node.parse(schema).properties;
    for (const [key, part] of Object.entries({ fields, 'group.label': group })) {
      const row = rows.find(([keys]) => codeIn(keys).includes(key));
      const words = codeIn(row?.join(' ')).flatMap((code) => code.split(/[^\w-]+/));
      expect(words).toEqual(expect.arrayContaining([...namedIn(part)]));
    }
  });

  it('names every value where a key takes only some', () => {
    const choices = settings.filter(([, { enum: values }]) => values !== undefined);
    expect(choices.map(([key]) => key)).toContain('language');
    for (const [key, { enum: values = [] }] of choices) {
      const row = rows.find(([keys]) => codeIn(keys).includes(key));
      expect(codeIn(row?.join(' ')), key).toEqual(expect.arrayContaining(values));
    }
  });

  it('shows a list and its configuration, under which the list is read', async () => {
    const [list = ''] = blocksIn(document, 'markdown');
    const [configuration = ''] = blocksIn(document, 'yaml');
    const site = folderWith({ 'ADOPTERS.md': list, '.github/poweredby.yml': configuration });
    expect((await poweredby(['list', '--dir', site])).output).toContain('Alder Rail');
  });
});

describe('docs/formats.md', () => {
  it('has a row for every format', () => {
    const documented = tableOf(textOf('docs/formats.md'), 'Formats', 'format');
    expect(documented.flatMap(([name]) => codeIn(name))).toEqual([...formatIds]);
  });
});

describe('README.md', () => {
  it('has a row for every format', () => {
    expect(tableOf(textOf('README.md'), 'Powered By', 'list')).toHaveLength(formatIds.length);
  });
});
