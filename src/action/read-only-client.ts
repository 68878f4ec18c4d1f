import type { ChangeResult } from '../github/changes/change-result.ts';
import { GithubClient } from '../github/client/github-client.ts';

/** A dry run has come to what it would write. */
export class WouldWrite extends Error {
  override readonly name = 'WouldWrite';
}

/** GitHub, of which everything can be read and nothing changed. */
export class ReadOnlyClient extends GithubClient {
  readonly #onWrite: () => void;

  constructor(...given: ConstructorParameters<typeof GithubClient>) {
    super(...given);
    this.#onWrite = given[1].onWrite;
  }

  /** @throws WouldWrite */
  override async apply(): Promise<readonly ChangeResult[]> {
    return this.#refuse();
  }

  /** @throws WouldWrite for what does not only read; RequestFailed; Limited */
  override async rest(
    route: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<{ readonly data: unknown }> {
    return route.startsWith('GET ') ? super.rest(route, parameters) : this.#refuse();
  }

  #refuse(): never {
    this.#onWrite();
    throw new WouldWrite('Nothing is changed in a dry run');
  }
}
