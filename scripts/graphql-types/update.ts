import { writeFile } from 'node:fs/promises';
import { documents } from './documents.ts';
import { generateTypes } from './generate.ts';

/**
 * Regenerates the types of what we ask GitHub for and send to it:
 *
 *     npm run update:graphql-types
 */
const file = new URL('../../src/github/generated/operations.ts', import.meta.url);
await writeFile(file, await generateTypes(documents));
