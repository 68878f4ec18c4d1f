import { proposeRenaming } from '../../proposal/propose-renaming.ts';
import { cleanText } from '../../submission/clean-text.ts';
import { slugOf } from '../../submission/slug.ts';
import { readDefaultLinkTexts } from '../../templates.ts';
import { openConfigured, openRepository } from '../input/repository.ts';
import { applyProposal, type OutputOptions } from '../output/apply-proposal.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { refuse } from '../output/refuse.ts';

/** The options of `rename`. */
export interface RenameOptions extends OutputOptions {
  readonly dir: string;
}

/** Runs `poweredby rename`. @param name the one in the list @param newName as it was typed */
export async function runRename(
  name: string,
  newName: string,
  options: RenameOptions,
): Promise<ExitCode> {
  const configured = await openConfigured(options.dir);
  if (!configured.ok) return refuse(configured.problems, options);
  const { language } = configured.value.configuration;
  const company = cleanText(name);
  const named = { ...options, language, company, slug: slugOf(company) };
  const repository = await openRepository(configured.value);
  if (!repository.ok) return refuse(repository.problems, named);
  const defaultLinkTexts = readDefaultLinkTexts();
  const proposal = proposeRenaming({ ...repository.value, company, newName, defaultLinkTexts });
  if (!proposal.ok) return refuse(proposal.problems, named);
  return applyProposal(proposal.value, repository.value, options);
}
