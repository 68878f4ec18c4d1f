import type { Emulator } from '../emulator/emulator.ts';
import type { Repository } from '../emulator/world/model.ts';
import type { AppSwitch } from './app-switch.ts';
import type { Changes } from './changes.ts';
import type { SiteBuilder } from './site/site-builder.ts';

/** Everything that the pages show and act on. */
export interface Playground {
  readonly emulator: Emulator;
  readonly repository: Repository;
  readonly app: AppSwitch;
  readonly changes: Changes;
  readonly sites: SiteBuilder;
  /** Whether the repository is the demo, whose companies are invented. */
  readonly isDemo: boolean;
  /** Whether somebody of this name is there to be mentioned. */
  isKnown(login: string): boolean;
}

/** In front of the repository's pages, as `/millrace/millrace`. */
export function homeOf({ repository }: Pick<Playground, 'repository'>): string {
  return `/${repository.owner.login}/${repository.name}`;
}
