import { describe, expect, it } from 'vitest';
import { configurationJsonSchema, schemaAt } from '../../src/config/json-schema.ts';

describe('the JSON Schema of the configuration', () => {
  it('describes every key, so that editors can help', () => {
    const { properties = {} } = schemaAt([]);
    expect(Object.keys(properties)).toEqual([
      'pages',
      'format',
      'within',
      'table',
      'markup',
      'fields',
      'group',
      'http-links',
      'reformat',
      'project',
      'logo',
      'link-text',
      'order',
      'label',
      'state-labels',
      'open',
      'commit',
      'pull-request',
      'co-author',
      'language',
      'quota',
    ]);
    for (const property of Object.values(properties)) {
      expect(property).toHaveProperty('description');
    }
  });

  it('knows defaults, choices and bounds, and no other keys', () => {
    expect(configurationJsonSchema()).toMatchObject({
      required: ['pages'],
      additionalProperties: false,
      properties: {
        order: { enum: ['append', 'prepend', 'alphabetical', 'as-is'], default: 'as-is' },
        logo: {
          anyOf: [
            { const: 'none' },
            {
              additionalProperties: false,
              properties: {
                size: {
                  anyOf: [
                    { type: 'integer', minimum: 64, maximum: 2000 },
                    { type: 'string', pattern: '^\\d+x\\d+$' },
                  ],
                  default: 600,
                },
              },
            },
          ],
        },
      },
    });
  });
});
