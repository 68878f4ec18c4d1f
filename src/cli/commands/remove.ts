import { proposeRemoval } from '../../proposal/propose-removal.ts';
import { cleanText } from '../../submission/clean-text.ts';
import { slugOf } from '../../submission/slug.ts';
import { openConfigured, openRepository } from '../input/repository.ts';
import { applyProposal } from '../output/apply-proposal.ts';
import type { ExitCode } from '../output/exit-code.ts';
import { refuse } from '../output/refuse.ts';

/** The options of `remove`. */
export interface RemoveOptions {
  readonly dir: string;
  readonly leaveGap?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Runs `poweredby remove`. */
export async function runRemove(name: string, options: RemoveOptions): Promise<ExitCode> {
  const configured = await openConfigured(options.dir);
  if (!configured.ok) return refuse(configured.problems, options);
  const { language } = configured.value.configuration;
  const company = cleanText(name);
  const named = { ...options, language, company, slug: slugOf(company) };
  const repository = await openRepository(configured.value);
  if (!repository.ok) return refuse(repository.problems, named);
  const { leaveGap = false } = options;
  const proposal = proposeRemoval({ ...repository.value, company, leaveGap });
  if (!proposal.ok) return refuse(proposal.problems, named);
  return applyProposal(proposal.value, repository.value, options);
}
