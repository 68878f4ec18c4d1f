import type { Configuration } from '../config/configuration.ts';
import { replyLanguage } from '../config/language-of.ts';
import { isBesideEntry } from '../config/logo-place.ts';
import { readConfiguration } from '../config/read-configuration.ts';
import type { Language } from '../config/reply-languages.ts';
import type { Problem } from '../problem/problem.ts';
import { type Result, success } from '../problem/result.ts';
import type { DefaultLinkTexts } from '../proposal/link-text.ts';
import { darkFileName } from '../proposal/logo-file.ts';
import { listSettings } from './list-settings.ts';
import { companiesOf, companiesOnDark } from './lists/found-list.ts';
import { usualSize } from './logos/logo-size.ts';
import { type LogoFilePattern, nameLogoFiles, nameLogosBeside } from './logos/name-logo-files.ts';
import type { SetupFacts } from './setup-facts.ts';
import { type SetupNote, setupNotes } from './setup-notes.ts';
import { writeConfiguration } from './write-configuration.ts';

/** The texts that a plan is written with. */
export interface SetupTemplates {
  /** `templates/configuration.yml` */
  readonly configuration: string;
  /** The text of the issue form. */
  form(configuration: Configuration): string;
  /** Locale's language to the text of a link where nothing is configured. */
  readonly linkTexts: DefaultLinkTexts;
  /** The message of a commit that adds a company, where nothing is configured. */
  message(language: Language): string;
}

/** The texts of both files, and what to tell about them. */
export interface SetupPlan {
  readonly configuration: Configuration;
  readonly configurationText: string;
  readonly formText: string;
  readonly notes: readonly SetupNote[];
  /** Why further pages cannot be edited. */
  readonly problems: readonly Problem[];
}

/**
 * Plans a repository's configuration and issue form.
 *
 * @returns the plan; or problems, where a page lies at a path that no configuration may name
 */
export function planSetup(facts: SetupFacts, templates: SetupTemplates): Result<SetupPlan> {
  const { group, problems } = facts.chosen;
  const pattern = patternOf(facts, companiesOf);
  const dark = patternOf(facts, companiesOnDark);
  const isOther = dark.like > 0 && ![pattern.file, darkFileName(pattern)].includes(dark.file);
  const size = usualSize(facts.pictures);
  const { directory, url } = facts.logos;
  const settings = listSettings(facts);
  const language = facts.language ?? replyLanguage(group.pages[0]?.locale ?? '');
  const configurationText = writeConfiguration(templates.configuration, {
    pages: group.pages,
    list: settings,
    project: facts.keptProject ?? facts.project?.project,
    logo: {
      ...{ directory, url, file: pattern.file, size: size.size },
      ...(isOther && { darkFile: dark.file }),
    },
    language,
    commit: templates.message(language),
    linkTexts: templates.linkTexts,
  });
  const read = readConfiguration(configurationText);
  if (!read.ok) return read;
  return success({
    configuration: read.value,
    configurationText,
    formText: templates.form(read.value),
    notes: setupNotes(facts, settings, { pattern, size }, templates.linkTexts),
    problems,
  });
}

/** The fullest page tells most of how its logos are named. */
function patternOf(
  { chosen: { group }, logos }: SetupFacts,
  read: typeof companiesOf,
): LogoFilePattern {
  const fullest = group.pages.toSorted(
    (one, other) => other.entries.length - one.entries.length,
  )[0];
  const name = isBesideEntry(logos) ? nameLogosBeside : nameLogoFiles;
  return name(fullest === undefined ? [] : read(fullest));
}
