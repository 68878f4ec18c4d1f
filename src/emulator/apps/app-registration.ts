import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { parse } from 'yaml';
import { isObject } from '../json-object.ts';

/** What an app was granted, for one kind of thing. */
export type Access = 'read' | 'write' | 'admin';

/** What may be done with each kind of thing, as `issues`. */
export type Permissions = Readonly<Record<string, Access>>;

/** An app as it is registered on this GitHub. */
export interface AppRegistration {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** Its home page; empty where the manifest names none. */
  readonly url: string;
  /** PEM, with which the app signs its tokens. */
  readonly privateKey: string;
  readonly publicKey: KeyObject;
  readonly webhookSecret: string;
  /** Kinds of things by their names in manifests, as `pull_requests`. */
  readonly permissions: Permissions;
  readonly events: readonly string[];
}

/** What an app proves with that it is itself. */
export interface AppSecrets {
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
}

let generated: string | undefined;

/** Makes new secrets. One key serves all apps of this process: it takes a tenth of a second to make one. */
function newSecrets(): AppSecrets {
  const make = () =>
    generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
  generated ??= make().privateKey;
  return { privateKey: generated, webhookSecret: randomBytes(32).toString('hex') };
}

/**
 * Registers an app from its manifest.
 *
 * @param manifest the text of an `app.yml`, or the same as JSON
 * @param secrets those that it had before; new ones, if left out
 * @throws Error for a manifest that does not name the app, its permissions and its events
 */
export function registerApp(
  manifest: string,
  id = 1,
  secrets: AppSecrets = newSecrets(),
): AppRegistration {
  const read: unknown = parse(manifest);
  if (!isObject(read) || typeof read['name'] !== 'string') {
    throw new Error('The manifest names no app');
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    id,
    slug: read['name'].toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    name: read['name'],
    description: text(read['description']),
    url: text(read['url']),
    ...secrets,
    publicKey: createPublicKey(secrets.privateKey),
    permissions: readPermissions(read['default_permissions']),
    events: readEvents(read['default_events']),
  };
}

function readPermissions(value: unknown): Record<string, Access> {
  if (!isObject(value)) throw new Error('The manifest grants no permissions');
  const granted: Record<string, Access> = {};
  for (const [name, access] of Object.entries(value)) {
    if (!isAccess(access)) throw new Error(`The manifest grants ${name} in no known way`);
    granted[name] = access;
  }
  return granted;
}

export function isAccess(value: unknown): value is Access {
  return value === 'read' || value === 'write' || value === 'admin';
}

function readEvents(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error('The manifest names no events');
  return value.map(String);
}

/** Whether what was granted reaches. */
export function isGranted(app: AppRegistration, kind: string, access: Access): boolean {
  const granted = app.permissions[kind];
  if (granted === undefined) return false;
  return access === 'read' || granted === 'admin' || granted === access;
}

/** GitHub's signature of a webhook, for its `X-Hub-Signature-256` header. */
export function signWebhook(app: AppRegistration, body: string): string {
  return `sha256=${createHmac('sha256', app.webhookSecret).update(body).digest('hex')}`;
}
