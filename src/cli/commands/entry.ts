import type { Configuration } from '../../config/configuration.ts';
import { logoSettings } from '../../logo/logo-settings.ts';
import { logoFile, type NormalizedLogo, normalizeLogo } from '../../logo/normalize-logo.ts';
import { type Problem, problem } from '../../problem/problem.ts';
import { failure, type Result, success } from '../../problem/result.ts';
import { checkEntry } from '../../proposal/check-entry.ts';
import { companyNotListed } from '../../proposal/not-listed.ts';
import { logoBackgrounds, showsLogos } from '../../proposal/open-pages.ts';
import { proposeEntry } from '../../proposal/propose-entry.ts';
import { askedFields } from '../../submission/asked-fields.ts';
import { cleanText } from '../../submission/clean-text.ts';
import { fieldIds } from '../../submission/field-ids.ts';
import { slugOf } from '../../submission/slug.ts';
import type { Submission } from '../../submission/submission.ts';
import { readDefaultLinkTexts } from '../../templates.ts';
import { dayOf } from '../../text/day-of.ts';
import { systemClock } from '../../time/clock.ts';
import type { ChangeKind } from '../../words/pull-content.ts';
import { type EntryInput, type EntryOptions, readEntryInput } from '../input/entry-input.ts';
import { type OpenRepository, openConfigured, openRepository } from '../input/repository.ts';
import { applyProposal } from '../output/apply-proposal.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { refuse } from '../output/refuse.ts';

/** The commands that write an entry. */
type EntryCommand = Exclude<ChangeKind, 'remove'>;

/** Runs `poweredby add` and `poweredby update`. */
export async function runEntry(command: EntryCommand, options: EntryOptions): Promise<ExitCode> {
  const configured = await openConfigured(options.dir);
  if (!configured.ok) return refuse(configured.problems, options);
  const { checkout, configuration } = configured.value;
  const told = { ...options, language: configuration.language, names: ownNames(configuration) };
  const input = await readEntryInput(options, checkout, configuration);
  if (!input.ok) return refuse(input.problems, told);

  const company = cleanText(input.value.fields.company ?? '');
  const named = { ...told, company, slug: company === '' ? '' : slugOf(company) };
  const repository = await openRepository(configured.value);
  if (!repository.ok) return refuse(repository.problems, named);

  const prepared = await prepare(command, company, input.value, repository.value);
  if (!prepared.ok) return refuse(prepared.problems, named);
  const { submission, logo, darkLogo } = prepared.value;
  const proposal = proposeEntry({
    ...repository.value,
    submission,
    logo: logo && logoFile(logo),
    darkLogo: darkLogo && logoFile(darkLogo),
    defaultLinkTexts: readDefaultLinkTexts(),
    date: dayOf(new Date(systemClock.now())),
  });
  if (!proposal.ok) return refuse(proposal.problems, named);
  return applyProposal(proposal.value, repository.value, options, { logo, darkLogo });
}

/** What the list calls its own columns or keys, by the ids of the form's fields. */
function ownNames(configuration: Configuration): ReadonlyMap<string, string> {
  const own = askedFields(configuration).filter(({ kind }) => kind === 'own');
  return new Map(own.map(({ id, name = id }) => [id, name]));
}

interface Prepared {
  readonly submission: Submission;
  readonly logo?: NormalizedLogo;
  readonly darkLogo?: NormalizedLogo;
}

/** Checks everything that was given, so that all problems come at once. */
async function prepare(
  command: EntryCommand,
  company: string,
  input: EntryInput,
  { pages, configuration }: OpenRepository,
): Promise<Result<Prepared>> {
  const typed = { ...input, isByEditor: true };
  const checked = checkEntry(typed, pages, configuration, command === 'update');
  const { submission, entries, isUpdate } = checked;
  if (command === 'update' && entries.length === 0 && company !== '') {
    return failure(companyNotListed(company, pages));
  }
  const isForm = checked.problems.every(({ code }) => code !== 'form-not-the-form');
  if (!isForm) return failure(...checked.problems);
  const backgrounds = logoBackgrounds(pages, company, input.darkLogo !== undefined);
  const settings = logoSettings(configuration.logo, backgrounds);
  const logo = input.logo && (await normalizeLogo(input.logo, settings));
  const darkLogo =
    input.darkLogo &&
    (await normalizeLogo(input.darkLogo, logoSettings(configuration.logo, 'dark')));
  const pictured = askedFields(configuration).find(({ kind }) => kind === 'logo');
  const hasLogos = pictured !== undefined && pages.some(({ list }) => showsLogos(list));
  const mayLack = isUpdate || !pictured?.required;
  const problems: Problem[] = [
    ...checked.problems,
    ...(hasLogos ? logoProblems(input, mayLack) : []).filter(
      ({ field }) => !input.missing.includes(field),
    ),
    ...(logo?.ok === false ? logo.problems : []),
    ...(darkLogo?.ok === false ? darkLogo.problems.map(onDarkPages) : []),
  ];
  if (!submission || logo?.ok === false || darkLogo?.ok === false || problems.length > 0) {
    return failure(...problems);
  }
  // Options find an entry by its name; a form also corrects the spelling of the name.
  const spelt = entries[0] !== undefined && !input.isForm ? { company: entries[0].company } : {};
  return success({
    submission: { ...submission, ...spelt },
    ...(logo && { logo: logo.value }),
    ...(darkLogo && { darkLogo: darkLogo.value }),
  });
}

function onDarkPages(found: Problem): Problem {
  return { ...found, field: fieldIds.darkLogo };
}

/** A new entry needs a logo; one that the form names by its address has to be saved first. */
function logoProblems(input: EntryInput, mayLack: boolean): Problem[] {
  const { logo, logoAddress: address, darkLogo, darkLogoAddress, problems } = input;
  if (darkLogo === undefined && darkLogoAddress !== undefined) {
    const notSaved = problem('logo-not-downloaded', fieldIds.darkLogo, {
      address: darkLogoAddress,
    });
    return [notSaved, ...logoProblems({ ...input, darkLogo: new Uint8Array() }, mayLack)];
  }
  if (logo !== undefined || problems.some(({ field }) => field === 'logo')) return [];
  if (address !== undefined) {
    return [problem('logo-not-downloaded', fieldIds.logo, { address })];
  }
  return mayLack ? [] : [problem('logo-not-given', fieldIds.logo)];
}
