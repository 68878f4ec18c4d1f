import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type Environment,
  readEnvironment,
} from '../../../src/server/settings/read-environment.ts';
import { privateKey } from '../support.ts';

const secret = 'x'.repeat(32);
const least = { APP_ID: '12', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: secret };

function read(environment: Environment, files: Readonly<Record<string, string>> = {}) {
  return readEnvironment(environment, (path) => {
    const text = files[path];
    if (text === undefined) throw new Error(`ENOENT: no such file, open '${path}'`);
    return text;
  });
}

/** The variables in whose way a problem stands, each with its code. */
function problems(environment: Environment): readonly (readonly [string, string])[] {
  const result = read(environment);
  return result.ok ? [] : result.problems.map(({ field, code }) => [field, code]);
}

function keyOf(environment: Environment, files: Readonly<Record<string, string>> = {}): unknown {
  const result = read(environment, files);
  return result.ok ? result.value.privateKey : result.problems.map(({ code }) => code);
}

describe('the environment', () => {
  it('needs three variables; all else has a default', () => {
    expect(read(least)).toEqual({
      ok: true,
      value: {
        appId: 12,
        privateKey,
        webhookSecret: secret,
        githubApiUrl: 'https://api.github.com',
        address: { host: '127.0.0.1', port: 3000 },
        metricsAddress: undefined,
        webhookPath: '/api/github/webhooks',
        logLevel: 'info',
        logFormat: 'json',
      },
    });
  });

  it('may say everything', () => {
    const all = {
      ...least,
      GITHUB_API_URL: 'https://github.example.org/api/v3/',
      HOST: '0.0.0.0',
      PORT: '8080',
      METRICS_PORT: '9090',
      METRICS_HOST: '::1',
      WEBHOOK_PATH: '/hooks/poweredby',
      LOG_LEVEL: 'DEBUG',
      LOG_FORMAT: 'pretty',
    };
    expect(read(all)).toMatchObject({
      value: {
        githubApiUrl: 'https://github.example.org/api/v3',
        address: { host: '0.0.0.0', port: 8080 },
        metricsAddress: { host: '::1', port: 9090 },
        webhookPath: '/hooks/poweredby',
        logLevel: 'debug',
        logFormat: 'pretty',
      },
    });
  });

  it('is told everything that is missing at once; what is set to nothing is missing', () => {
    const missing = [
      ['APP_ID', 'environment-app-id-missing'],
      ['PRIVATE_KEY', 'environment-private-key-missing'],
      ['WEBHOOK_SECRET', 'environment-webhook-secret-missing'],
    ];
    expect(problems({})).toEqual(missing);
    expect(problems({ APP_ID: ' ', PRIVATE_KEY: '', WEBHOOK_SECRET: '', PORT: '' })).toEqual(
      missing,
    );
  });

  it('is told everything that is wrong at once', () => {
    const wrong = {
      APP_ID: 'Iv1.8a61f9b3a7aba766',
      PRIVATE_KEY: 'key',
      WEBHOOK_SECRET: 'x'.repeat(31),
      GITHUB_API_URL: 'http://api.github.com',
      PORT: '65536',
      METRICS_PORT: '-1',
      WEBHOOK_PATH: 'hooks',
      LOG_LEVEL: 'loud',
      LOG_FORMAT: 'xml',
    };
    expect(problems(wrong)).toEqual([
      ['METRICS_PORT', 'environment-port-unfit'],
      ['APP_ID', 'environment-app-id-unfit'],
      ['PRIVATE_KEY', 'environment-private-key-unfit'],
      ['WEBHOOK_SECRET', 'environment-webhook-secret-short'],
      ['GITHUB_API_URL', 'environment-api-url-unfit'],
      ['PORT', 'environment-port-unfit'],
      ['WEBHOOK_PATH', 'environment-webhook-path-unfit'],
      ['LOG_LEVEL', 'environment-not-one-of'],
      ['LOG_FORMAT', 'environment-not-one-of'],
    ]);
  });

  it('never has a secret repeated in what is said of it', () => {
    const words = { PRIVATE_KEY: 'my-key-material', WEBHOOK_SECRET: 'my-secret' };
    expect(JSON.stringify(read(words))).not.toMatch(/my-/);
  });

  it.each([
    ['with line ends', privateKey],
    ['with line ends written out', privateKey.replaceAll('\n', '\\n')],
    ['in base64', Buffer.from(privateKey).toString('base64')],
    ['with blanks around it', `\n  ${privateKey}  `],
  ])('takes the key %s', (_, PRIVATE_KEY) => {
    expect(keyOf({ ...least, PRIVATE_KEY })).toBe(privateKey);
  });

  it('takes the key from a file', () => {
    const { PRIVATE_KEY, ...others } = least;
    const environment = { ...others, PRIVATE_KEY_PATH: '/run/secrets/key.pem' };
    expect(keyOf(environment, { '/run/secrets/key.pem': PRIVATE_KEY })).toBe(privateKey);
    expect(keyOf(environment, { '/run/secrets/key.pem': 'x' })).toEqual([
      'environment-private-key-unfit',
    ]);
    expect(keyOf(environment)).toEqual(['environment-private-key-file-unreadable']);
  });

  it('asks which key is meant, where there are two', () => {
    expect(problems({ ...least, PRIVATE_KEY_PATH: 'key.pem' })).toEqual([
      ['PRIVATE_KEY_PATH', 'environment-private-key-twice'],
    ]);
  });

  it('refuses a key with which no app signs', () => {
    const { privateKey: other } = generateKeyPairSync('ed25519');
    const PRIVATE_KEY = other.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(problems({ ...least, PRIVATE_KEY })).toEqual([
      ['PRIVATE_KEY', 'environment-private-key-unfit'],
    ]);
  });

  it.each(['http://127.0.0.1:4000/api/v3', 'http://localhost:4000', 'https://ghe.example:8443'])(
    'takes %s for GitHub’s API',
    (GITHUB_API_URL) => {
      expect(read({ ...least, GITHUB_API_URL })).toMatchObject({
        value: { githubApiUrl: GITHUB_API_URL },
      });
    },
  );

  it.each([
    'github.example',
    'ftp://github.example',
    'http://127.0.0.1.example',
    'https://me:word@github.example',
    'https://github.example/?a=b',
    'https://github.example/#a',
  ])('does not take %s for GitHub’s API', (GITHUB_API_URL) => {
    expect(problems({ ...least, GITHUB_API_URL })).toEqual([
      ['GITHUB_API_URL', 'environment-api-url-unfit'],
    ]);
  });

  it.each(['0', '65535'])('takes port %s', (PORT) => {
    expect(read({ ...least, PORT })).toMatchObject({ value: { address: { port: Number(PORT) } } });
  });

  it.each(['65536', '1e3', '3000.5', '0x10', 'http'])('does not take port %s', (PORT) => {
    expect(problems({ ...least, PORT })).toEqual([['PORT', 'environment-port-unfit']]);
  });
});
