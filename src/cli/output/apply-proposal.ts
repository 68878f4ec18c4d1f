import { type Checkout, readBytes } from '../../checkout/checkout.ts';
import { writeFiles } from '../../checkout/write-files.ts';
import type { NormalizedLogo } from '../../logo/normalize-logo.ts';
import { onDarkLogo, remark } from '../../problem/remark.ts';
import type { FileChange } from '../../proposal/file-change.ts';
import type { Proposal } from '../../proposal/proposal.ts';
import { loadTemplates } from '../../templates.ts';
import { describeRemark } from '../../words/describe-remark.ts';
import type { OpenRepository } from '../input/repository.ts';
import { unifiedDiff } from './diff.ts';
import type { ExitCode } from './exit-code.ts';
import { printReport } from './json-report.ts';
import { proposalLines } from './proposal-lines.ts';
import { refuse } from './refuse.ts';
import { reportPlace } from './reported-place.ts';
import { print, printError } from './terminal.ts';
import { whyNotWritten } from './why-not-written.ts';

/** How a proposal is carried out. */
export interface OutputOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The logos of an entry, as they were drawn. */
export interface DrawnLogos {
  readonly logo?: NormalizedLogo | undefined;
  readonly darkLogo?: NormalizedLogo | undefined;
}

/** Writes a proposal's files, or with `dryRun` none, and tells what was or would be done. */
export async function applyProposal(
  proposed: Proposal,
  { checkout, configuration }: OpenRepository,
  { dryRun = false, json = false }: OutputOptions,
  { logo, darkLogo }: DrawnLogos = {},
): Promise<ExitCode> {
  const proposal = await withoutUnchanged(proposed, checkout);
  const { company, slug } = proposal;
  const { language } = configuration;
  if (!dryRun) {
    try {
      await writeFiles(checkout, proposal.changes);
    } catch (error) {
      return refuse([whyNotWritten(error)], { json, language, company, slug });
    }
  }
  const templates = loadTemplates(language);
  const remarks = [
    ...proposal.remarks,
    ...(logo?.remarks ?? []),
    ...onDarkLogo(darkLogo?.remarks ?? []),
  ];
  const described = remarks.map((each) => {
    const values = { ...each.values, isCommandLine: 'yes' };
    return describeRemark({ ...each, values }, templates);
  });
  if (json) {
    const changes = proposal.changes.map((change) => ({
      path: change.path,
      bytes: sizeOf(change),
    }));
    const places = Object.fromEntries(
      Object.entries(proposal.edits).map(([locale, { list, place }]) => [
        locale,
        reportPlace(list.path, place),
      ]),
    );
    printReport({ ok: true, company, slug, places, changes, problems: [], remarks: described });
    return 0;
  }
  const lines = proposalLines(proposal, {
    configuration,
    dryRun,
    remarks: described,
    logos: [logo, darkLogo].filter((each) => each !== undefined),
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

/** A logo whose bytes are there already is no change. */
async function withoutUnchanged(proposal: Proposal, checkout: Checkout): Promise<Proposal> {
  const changes: FileChange[] = [];
  for (const change of proposal.changes) {
    const { path, content } = change;
    const isPicture = content !== undefined && typeof content !== 'string';
    const old = isPicture ? await readBytes(checkout, path).catch(() => undefined) : undefined;
    if (old === undefined || !isPicture || !Buffer.from(old).equals(content)) changes.push(change);
  }
  if (changes.length > 0 || proposal.changes.length === 0) return { ...proposal, changes };
  const nothing = remark('nothing-changed', { company: proposal.company });
  return { ...proposal, changes, remarks: [...proposal.remarks, nothing] };
}

function sizeOf({ content }: FileChange): number {
  if (content === undefined) return 0;
  return typeof content === 'string' ? Buffer.byteLength(content) : content.length;
}
