import type { Emulator } from '../emulator/emulator.ts';
import type { Repository } from '../emulator/world/model.ts';
import type { RunHistory } from './action/run-history.ts';
import type { AppSwitch } from './app-switch.ts';
import type { Changes } from './changes.ts';
import type { SiteBuilder } from './site/site-builder.ts';

/** Everything that the pages of one repository show and act on. */
export interface Playground {
  readonly emulator: Emulator;
  readonly repository: Repository;
  /** All that there are to be tried, this one among them. */
  readonly repositories: readonly Repository[];
  readonly app: AppSwitch;
  /** The runs of the Action, where that is at work and not the app. */
  readonly runs: RunHistory | undefined;
  readonly changes: Changes;
  readonly sites: SiteBuilder;
  /** Whether somebody of this name is there to be mentioned. */
  isKnown(login: string): boolean;
}

/** A repository's name with its owner's, as `millrace/millrace`. */
export function fullNameOf({ owner, name }: Repository): string {
  return `${owner.login}/${name}`;
}

/** In front of the repository's pages, as `/millrace/millrace`. */
export function homeOf({ repository }: Pick<Playground, 'repository'>): string {
  return `/${fullNameOf(repository)}`;
}
