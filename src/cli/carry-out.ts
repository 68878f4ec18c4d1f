import { writeFiles } from '../checkout/write-files.ts';
import type { NormalisedLogo } from '../logo/normalise-logo.ts';
import type { FileChange } from '../proposal/file-change.ts';
import type { Proposal } from '../proposal/proposal.ts';
import { loadTemplates } from '../templates.ts';
import { describeRemark } from '../words/describe-remark.ts';
import { unifiedDiff } from './diff.ts';
import type { ExitCode } from './exit-code.ts';
import { printReport } from './json-report.ts';
import { proposalLines } from './proposal-lines.ts';
import { refuse } from './refuse.ts';
import type { OpenRepository } from './repository.ts';
import { print, printError } from './terminal.ts';
import { whyNotWritten } from './why-not-written.ts';

/** How a proposal is carried out. */
export interface OutputOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Writes a proposal's files, or with `dryRun` none, and tells what was or would be done. */
export async function carryOut(
  proposal: Proposal,
  { checkout, configuration }: OpenRepository,
  { dryRun = false, json = false }: OutputOptions,
  logo?: NormalisedLogo,
): Promise<ExitCode> {
  const { company, slug, slots } = proposal;
  const { language } = configuration;
  if (!dryRun) {
    try {
      await writeFiles(checkout, proposal.changes);
    } catch (error) {
      return refuse([whyNotWritten(error)], { json, language, company, slug });
    }
  }
  const templates = loadTemplates(language);
  const remarks = [...proposal.remarks, ...(logo?.remarks ?? [])];
  const described = remarks.map((each) => describeRemark(each, templates));
  if (json) {
    const changes = proposal.changes.map((change) => ({
      path: change.path,
      bytes: sizeOf(change),
    }));
    printReport({ ok: true, company, slug, slots, changes, problems: [], remarks: described });
    return 0;
  }
  const lines = proposalLines(proposal, {
    configuration,
    dryRun,
    remarks: described,
    logo,
    templates,
  });
  if (!dryRun) {
    print(...lines);
    return 0;
  }
  // The diff alone goes to standard output, so that it can be piped to `git apply`.
  printError(...lines);
  process.stdout.write(await unifiedDiff(checkout, proposal.changes));
  return 0;
}

function sizeOf({ content }: FileChange): number {
  if (content === undefined) return 0;
  return typeof content === 'string' ? Buffer.byteLength(content) : content.length;
}
