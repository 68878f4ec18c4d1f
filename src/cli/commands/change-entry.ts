import type { Result } from '../../problem/result.ts';
import type { Proposal } from '../../proposal/proposal.ts';
import { cleanText } from '../../submission/clean-text.ts';
import { slugOf } from '../../submission/slug.ts';
import { type OpenRepository, openConfigured, openRepository } from '../input/repository.ts';
import { applyProposal, type OutputOptions } from '../output/apply-proposal.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { refuse } from '../output/refuse.ts';

/** The options of a command that changes the entry of a listed company. */
export interface ChangeOptions extends OutputOptions {
  readonly dir: string;
}

/** Opens a repository, proposes a change of a company's entry, and writes it. @param name as it was typed */
export async function changeEntry(
  name: string,
  options: ChangeOptions,
  propose: (repository: OpenRepository, company: string) => Result<Proposal>,
): Promise<ExitCode> {
  const configured = await openConfigured(options.dir);
  if (!configured.ok) return refuse(configured.problems, options);
  const { language } = configured.value.configuration;
  const company = cleanText(name);
  const named = { ...options, language, company, slug: slugOf(company) };
  const repository = await openRepository(configured.value);
  if (!repository.ok) return refuse(repository.problems, named);
  const proposal = propose(repository.value, company);
  if (!proposal.ok) return refuse(proposal.problems, named);
  return applyProposal(proposal.value, repository.value, options);
}
