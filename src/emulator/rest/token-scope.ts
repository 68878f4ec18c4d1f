import { type Access, isAccess, isGranted } from '../apps/app-registration.ts';
import { isObject } from '../json-object.ts';
import { Refusal } from '../refusal.ts';
import type { Installation, Repository } from '../world/model.ts';
import type { RestCall } from './call.ts';

/** What was asked for with a token. */
interface AskedScope {
  readonly permissions: Readonly<Record<string, Access>>;
  /** Undefined for all of the installation. */
  readonly repositories: readonly Repository[] | undefined;
}

/**
 * What a new token is to open: all that the installation may, or the part that the request names.
 *
 * @throws Refusal in GitHub's words where the installation itself may not do that
 */
export function scopeOf(call: RestCall, installation: Installation): AskedScope {
  return {
    permissions: permissionsIn(call),
    repositories: repositoriesIn(call, installation),
  };
}

function permissionsIn({ app, body }: RestCall): Readonly<Record<string, Access>> {
  if (!isObject(body['permissions'])) return app.permissions;
  // Whoever may do anything may read what everything has.
  const asked: Record<string, Access> = { metadata: 'read' };
  for (const [kind, access] of Object.entries(body['permissions'])) {
    if (!isAccess(access) || !isGranted(app, kind, access)) {
      throw unprocessable('The permissions requested are not granted to this installation.');
    }
    asked[kind] = access;
  }
  return asked;
}

function repositoriesIn(
  { body }: RestCall,
  installation: Installation,
): readonly Repository[] | undefined {
  const { repository_ids: ids, repositories: names } = body;
  if (!Array.isArray(ids) && !Array.isArray(names)) return undefined;
  const asked: readonly unknown[] = [ids ?? [], names ?? []].flat();
  return asked.map((one) => {
    const found = [...installation.repositories].find(({ id, name }) => id === one || name === one);
    if (found) return found;
    throw unprocessable(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  });
}

function unprocessable(message: string): Refusal {
  return new Refusal('UNPROCESSABLE', message);
}
