import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { documents } from '../../scripts/graphql-types/documents.ts';
import { generateTypes } from '../../scripts/graphql-types/generate.ts';

const file = new URL('../../src/github/generated/operations.ts', import.meta.url);

it('the types of what GitHub is asked are those of its published schema: else run `npm run update:graphql-types`', async () => {
  expect(await generateTypes(documents)).toBe(readFileSync(file, 'utf8'));
});

it.each([
  ['not valid by the schema', ['query Wrong { viewer { shoeSize } }'], /shoeSize/],
  [
    'named like another',
    ['query Same { viewer { id } }', 'query Same { viewer { login } }'],
    /Same/,
  ],
])('no types are generated for a document that is %s', async (_, texts, message) => {
  await expect(generateTypes(texts)).rejects.toThrow(message);
});
