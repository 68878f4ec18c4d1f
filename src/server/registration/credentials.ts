import { randomBytes } from 'node:crypto';
import { leastSecretLength, publicApiUrl } from '../settings/settings.ts';
import type { Variables } from './environment-file.ts';
import type { RegisteredApp } from './exchange-code.ts';

/** What a server needs to be the app. */
export interface Credentials {
  readonly variables: Variables;
  /** Whether the secret is ours, and must still be set on GitHub: GitHub gave none, or one that is too short. */
  readonly isSecretOurs: boolean;
}

/** The variables with which a server is the app. @param api of the GitHub where it was registered */
export function credentialsOf(app: RegisteredApp, api: string): Credentials {
  const given = app.webhookSecret ?? '';
  const isSecretOurs = given.length < leastSecretLength;
  return {
    isSecretOurs,
    variables: {
      APP_ID: String(app.id),
      // On one line and without quotes, so that Node, Docker and systemd all read it alike.
      PRIVATE_KEY: Buffer.from(app.privateKey).toString('base64'),
      PRIVATE_KEY_PATH: undefined,
      WEBHOOK_SECRET: isSecretOurs ? randomBytes(32).toString('hex') : given,
      GITHUB_API_URL: api === publicApiUrl ? undefined : api,
    },
  };
}
