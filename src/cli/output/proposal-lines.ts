import type { Configuration } from '../../config/configuration.ts';
import { writeCanvas } from '../../config/logo-sizes.ts';
import { logoFile, type NormalizedLogo } from '../../logo/normalize-logo.ts';
import type { Proposal } from '../../proposal/proposal.ts';
import { commitMessage } from '../../words/commit-message.ts';
import type { RemarkDescription } from '../../words/describe-remark.ts';
import type { Templates } from '../../words/templates.ts';
import { phrase } from './phrases.ts';
import { printable, styled, styledError } from './terminal.ts';

/** What is told of a proposal beside it. */
export interface ProposalDetails {
  readonly configuration: Configuration;
  readonly dryRun: boolean;
  readonly remarks: readonly RemarkDescription[];
  /** Those that were drawn for it. */
  readonly logos: readonly NormalizedLogo[];
  readonly templates: Templates;
}

/** Tells a person what happened, or would: the place in each locale, the logo before and after, what to do next. */
export function proposalLines(proposal: Proposal, details: ProposalDetails): string[] {
  const { configuration, dryRun, remarks, logos, templates } = details;
  const { language } = configuration;
  const style = dryRun ? styledError : styled;
  const { company, formerName: former = '', changes } = proposal;
  const kind = former === '' ? proposal.kind : 'rename';
  const headline = changes.length === 0 ? 'nothing' : `${dryRun ? 'would' : 'did'}-${kind}`;
  const lines = [style('bold', phrase(language, headline, { company, former }))];
  const width = Math.max(...configuration.locales.map((locale) => locale.length));
  for (const [locale, { list, place }] of Object.entries(proposal.edits)) {
    const { path: own = list.path } = place;
    const name = changes.some(({ path }) => path === own) ? 'place' : 'place-unchanged';
    const line = phrase(language, name, { line: place.line });
    lines.push(`  ${locale.padEnd(width)}  ${line}  ${style('dim', own)}`);
  }
  for (const { path, content } of changes) {
    if (content === undefined) lines.push(`  ${phrase(language, 'deleted', { path })}`);
    if (content === undefined || typeof content === 'string') continue;
    lines.push(`  ${phrase(language, 'logo', { path })}`);
    const logo = logos.find((each) => Buffer.from(logoFile(each)).equals(content));
    if (logo !== undefined) lines.push(`    ${logoLine(logo, configuration)}`);
  }
  for (const { message } of remarks) {
    lines.push(`${style('yellow', '!')} ${printable(message)}`);
  }
  if (changes.length > 0 && !dryRun) {
    lines.push(
      '',
      phrase(language, 'next', {
        message: commitMessage(proposal, configuration, templates).headline,
      }),
    );
  }
  return lines;
}

/** A logo before and after: format, sizes in pixels and bytes. */
export function logoLine(
  logo: NormalizedLogo,
  { language }: Pick<Configuration, 'language'>,
): string {
  const { source, drawn, size, svg } = logo;
  return phrase(language, 'logo-sizes', {
    format: source.format.toUpperCase(),
    width: source.width,
    height: source.height,
    before: kilobytes(source.bytes),
    canvas: writeCanvas(size),
    kind: svg === undefined ? 'PNG' : 'SVG',
    after: kilobytes(logoFile(logo).length),
    drawnWidth: drawn.width,
    drawnHeight: drawn.height,
  });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
