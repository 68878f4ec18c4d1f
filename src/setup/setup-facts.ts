import type { Language } from '../config/reply-languages.ts';
import type { FoundMarkup } from './fields/markup-in.ts';
import type { ProjectGuess } from './guess-project.ts';
import type { ChosenList } from './lists/choose-list.ts';
import type { LogoPlace } from './logos/find-logos.ts';
import type { PictureSize } from './logos/picture-size.ts';

/** All that was found in a checkout. */
export interface SetupFacts {
  readonly chosen: ChosenList;
  readonly logos: LogoPlace;
  /** The sizes of the logos in their folder. */
  readonly pictures: readonly PictureSize[];
  /** What markup its values hold. */
  readonly markup: FoundMarkup;
  /** The terms that each section of its file explains. */
  readonly terms: readonly (readonly string[])[];
  /** Whether a formatter keeps the table padded. */
  readonly isKeptPadded: boolean;
  readonly project: ProjectGuess | undefined;
  /** The project's name in the configuration that is written over; it counts more than the guess. */
  readonly keptProject: string | undefined;
  /** The language that somebody asks for, or that of the configuration that is written over; it counts more than the page. */
  readonly language: Language | undefined;
  /** The root of the repository, where the checkout is only a folder in it. */
  readonly rootAbove: string | undefined;
  /** How many files were not searched, for there were too many. */
  readonly passedOver: number;
  /** How many files and folders were looked at, where there were more. */
  readonly limit: number | undefined;
}
