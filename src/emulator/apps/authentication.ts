import { randomBytes, verify } from 'node:crypto';
import { isObject, type JsonObject } from '../json-object.ts';
import type { Account, Installation, Repository } from '../world/model.ts';
import type { AppManifests } from './app-manifests.ts';
import type { AppRegistration, Permissions } from './app-registration.ts';

/** Who asks: nobody known, an app itself, or the app installed somewhere. */
export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'app'; readonly app: AppRegistration }
  | {
      readonly kind: 'installation';
      /** With those of its repositories that the token opens. */
      readonly installation: Installation;
      /** The app, with those of its permissions that the token has. */
      readonly app: AppRegistration;
      /** Who acts by it; nothing for the app's own account. */
      readonly actor?: Account;
    };

/** What a token opens. */
export interface TokenScope {
  readonly repositories: ReadonlySet<Repository>;
  readonly permissions: Permissions;
}

interface Issued {
  readonly actor?: Account;
  readonly installation: Installation;
  /** Nothing for a token that opens all that the installation does. */
  readonly scope: Partial<TokenScope>;
  /** What was not accepted when it was made: it does not get that later. */
  readonly unaccepted: readonly string[];
  readonly expires: Date;
}

const hour = 3_600_000;

/** GitHub takes an app's token of ten minutes at most. */
const longestLife = 600;

/**
 * The tokens of this GitHub. They expire by the machine's clock, not by the one that tests turn: the app judges them by
 * the machine's too.
 */
export class Tokens {
  readonly #app: AppRegistration;
  readonly #manifests: AppManifests;
  readonly #issued = new Map<string, Issued>();

  constructor(app: AppRegistration, manifests: AppManifests) {
    this.#app = app;
    this.#manifests = manifests;
  }

  /** Makes a token for an installation, or for a part of what it may, good for an hour. */
  issue(
    installation: Installation,
    scope: Partial<TokenScope> = {},
  ): { readonly token: string; readonly expires: Date } {
    const token = `ghs_${randomBytes(18).toString('hex')}`;
    const expires = new Date(Date.now() + hour);
    this.#issued.set(token, {
      installation,
      scope,
      unaccepted: installation.unaccepted,
      expires,
    });
    return { token, expires };
  }

  /** Makes a token for one repository: that of a workflow run, which acts as GitHub Actions, or somebody's fine-grained one. */
  issueForOne(repository: Repository, permissions: Permissions, actor: Account): string {
    const isOfPerson = actor.type === 'User';
    const token = `${isOfPerson ? 'github_pat_' : 'ghs_'}${randomBytes(18).toString('hex')}`;
    // An installation of its own, so that its rate limits are its own, too. A person has theirs everywhere.
    const installation: Installation = {
      id: isOfPerson ? actor.id : repository.id,
      account: repository.owner,
      repositories: new Set([repository]),
      createdAt: repository.createdAt,
      suspendedAt: null,
      unaccepted: [],
    };
    const expires = new Date(Date.now() + hour);
    this.#issued.set(token, {
      actor,
      installation,
      scope: { permissions: { metadata: 'read', ...permissions } },
      unaccepted: [],
      expires,
    });
    return token;
  }

  /** Makes all tokens of an installation worthless. */
  revoke(installation: Installation): void {
    for (const [token, issued] of this.#issued) {
      if (issued.installation === installation) this.#issued.delete(token);
    }
  }

  /**
   * Finds out who asks.
   *
   * @param header the `Authorization` header
   * @returns GitHub's words where the credentials are no good
   */
  identify(header: string | undefined): Caller | string {
    if (header === undefined) return { kind: 'nobody' };
    const [scheme = '', token = ''] = header.split(' ');
    if (!/^(bearer|token)$/i.test(scheme) || token === '') return 'Requires authentication';
    const issued = this.#issued.get(token);
    if (issued) {
      if (issued.expires.getTime() <= Date.now()) return 'Bad credentials';
      return this.#callerOf(issued);
    }
    return this.#checkAppToken(token);
  }

  /** A repository that the installation lost since is not opened anymore. */
  #callerOf({ actor, installation, scope, unaccepted }: Issued): Caller {
    const { repositories, permissions = this.#app.permissions } = scope;
    const opened = [...installation.repositories].filter((each) => repositories?.has(each) ?? true);
    const lacking = [...installation.unaccepted, ...unaccepted];
    return {
      kind: 'installation',
      ...(actor && { actor }),
      installation: { ...installation, repositories: new Set(opened) },
      app: {
        ...this.#app,
        permissions: acceptedPermissions({ permissions }, { unaccepted: lacking }),
      },
    };
  }

  #checkAppToken(token: string): Caller | string {
    const [header = '', payload = '', signature = ''] = token.split('.');
    if (signature === '') return 'Bad credentials';
    const { iss, iat, exp } = readClaims(payload);
    const app = String(iss) === String(this.#app.id) ? this.#app : this.#manifests.find(`${iss}`);
    if (!app) return "'Issuer' claim ('iss') must be an Integer";
    const isSigned = verify(
      'RSA-SHA256',
      Buffer.from(`${header}.${payload}`),
      app.publicKey,
      Buffer.from(signature, 'base64url'),
    );
    if (!isSigned) return 'A JSON web token could not be decoded';
    const now = Date.now() / 1000;
    if (typeof iat !== 'number' || iat > now + 60) {
      return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
    }
    if (typeof exp !== 'number' || exp <= now) {
      return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
    }
    if (exp - iat > longestLife + 60)
      return "'Expiration time' claim ('exp') is too far in the future";
    return { kind: 'app', app };
  }
}

/** Permissions, of which those that nobody has accepted for this installation open no more than reading. */
export function acceptedPermissions(
  { permissions }: Pick<AppRegistration, 'permissions'>,
  { unaccepted }: Pick<Installation, 'unaccepted'>,
): Permissions {
  const accepted = Object.entries(permissions).map(([name, access]) => [
    name,
    unaccepted.includes(name) ? 'read' : access,
  ]);
  return Object.fromEntries(accepted);
}

function readClaims(payload: string): JsonObject {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return isObject(claims) ? claims : {};
  } catch {
    return {};
  }
}
