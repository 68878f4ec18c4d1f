import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isTaken,
  putVariables,
  writeVariables,
} from '../../src/server/registration/environment-file.ts';
import { folderWith } from '../support/folders.ts';

describe('putting variables into an environment file', () => {
  it('replaces their old values, over several lines too, and leaves the other lines', () => {
    const old = [
      '# My server',
      'APP_ID=1 # the old one',
      'export PORT=8080',
      'PRIVATE_KEY="-----BEGIN RSA PRIVATE KEY-----',
      'APP_ID=not this',
      '-----END RSA PRIVATE KEY-----"',
      '#APP_ID=2',
      '',
      "NOTE='two",
      "WEBHOOK_SECRET=lines'",
      '  WEBHOOK_SECRET = "old"',
      'LOG_LEVEL=warn',
    ].join('\n');
    const variables = { APP_ID: '7', PRIVATE_KEY: 'abc=', WEBHOOK_SECRET: 'def', GONE: undefined };
    expect(putVariables(old, variables)).toBe(
      [
        '# My server',
        'export PORT=8080',
        '#APP_ID=2',
        '',
        "NOTE='two",
        "WEBHOOK_SECRET=lines'",
        'LOG_LEVEL=warn',
        'APP_ID=7',
        'PRIVATE_KEY=abc=',
        'WEBHOOK_SECRET=def',
        '',
      ].join('\n'),
    );
  });

  it('takes out what has no value any more', () => {
    expect(putVariables('GITHUB_API_URL=https://a\nA=b\n', { GITHUB_API_URL: undefined })).toBe(
      'A=b\n',
    );
  });

  it('makes of any file one in which Node finds them, and the others as before', () => {
    const name = fc.constantFrom('APP_ID', 'WEBHOOK_SECRET', 'PORT', 'NOTE');
    // A blank and nothing more after the sign is left out: Node then takes the next line for the value.
    const values = [
      '=',
      '=x',
      ' = "x"',
      " = 'a b'",
      '="a\nAPP_ID=5\nb"',
      '= `q`',
      ' =a # b',
      '=x "',
    ];
    const value = fc.constantFrom(...values);
    const line = fc.oneof(
      fc.tuple(name, value).map((parts) => parts.join('')),
      fc.constantFrom('', '# APP_ID=9', 'no variable', '  '),
    );
    const end = fc.constantFrom('', '\n', '\r\n');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), end, (lines, last) => {
        const old = lines.join('\n') + last;
        const { APP_ID: _, WEBHOOK_SECRET: __, ...others } = parseEnv(old);
        const variables = { APP_ID: '12', WEBHOOK_SECRET: 'abc' };
        expect(parseEnv(putVariables(old, variables))).toEqual({ ...others, ...variables });
      }),
    );
  });
});

describe('writing an environment file', () => {
  const variables = { APP_ID: '12' };

  it('makes one that only its owner may read', async () => {
    const path = join(folderWith({}), '.env');
    await writeVariables(path, variables, false);
    expect(readFileSync(path, 'utf8')).toBe('APP_ID=12\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves one that exists as it is', async () => {
    const folder = folderWith({ '.env': 'APP_ID=1\n' });
    await expect(writeVariables(join(folder, '.env'), variables, false)).rejects.toThrow('EEXIST');
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('APP_ID=1\n');
  });

  it('with force puts them into it, and shuts it to others', async () => {
    const folder = folderWith({ '.env': 'APP_ID=1\nPORT=80' });
    chmodSync(join(folder, '.env'), 0o644);
    await writeVariables(join(folder, '.env'), variables, true);
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('PORT=80\nAPP_ID=12\n');
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it('with force makes one where there is none', async () => {
    const path = join(folderWith({}), '.env');
    await writeVariables(path, variables, true);
    expect(readFileSync(path, 'utf8')).toBe('APP_ID=12\n');
  });

  it('writes through no link that leads nowhere', async () => {
    const folder = folderWith({});
    symlinkSync(join(folder, 'elsewhere'), join(folder, '.env'));
    expect(await isTaken(join(folder, '.env'))).toBe(true);
    await expect(writeVariables(join(folder, '.env'), variables, false)).rejects.toThrow('EEXIST');
    expect(readdirSync(folder)).toEqual(['.env']);
  });
});
