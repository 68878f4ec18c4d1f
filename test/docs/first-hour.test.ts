import { join } from 'node:path';
import { parse as parseQuery, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { githubSchema } from '../../src/emulator/graphql/schema.ts';
import { client, emulator } from '../emulator/support.ts';
import { runNode } from '../server/running-process.ts';
import { folderWith } from '../support/folders.ts';
import { blocksIn, textOf } from './document.ts';

const document = textOf('docs/first-hour.md');

describe('docs/first-hour.md', () => {
  it('is a checklist whose script prints a token of the app’s, and whose queries GitHub understands', async () => {
    const github = await emulator();
    github.install(await github.createRepository('millrace/millrace'));
    const script = blocksIn(document, 'js').find((block) => block.includes('access_tokens')) ?? '';
    const folder = folderWith({ 'token.mjs': script });
    const run = runNode([join(folder, 'token.mjs')], folder, {
      APP_ID: String(github.app.id),
      PRIVATE_KEY: Buffer.from(github.app.privateKey).toString('base64'),
      GITHUB_API_URL: github.url,
    });
    expect(await run.ended).toBe(0);
    const { data } = await client(
      github,
      run.printed().trim(),
    ).rest.apps.listReposAccessibleToInstallation();
    expect(data.repositories.map((each) => each.full_name)).toEqual(['millrace/millrace']);
    const commands = blocksIn(document, 'sh').join('\n');
    const queries = Array.from(commands.matchAll(/-f query='([^']+)'/g), ([, query = '']) => query);
    expect(queries).toHaveLength(4);
    for (const query of queries) expect(validate(githubSchema(), parseQuery(query))).toEqual([]);
  });
});
