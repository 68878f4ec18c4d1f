import { writeCanvas } from '../../../../config/logo-sizes.ts';
import { logoFile, type NormalisedLogo } from '../../../../logo/normalise-logo.ts';
import type { Problem } from '../../../../problem/problem.ts';
import type { Remark } from '../../../../problem/remark.ts';
import { loadTemplates } from '../../../../templates.ts';
import { describeProblem } from '../../../../words/describe-problem.ts';
import { describeRemark } from '../../../../words/describe-remark.ts';
import { type Html, html, nothing } from '../html.ts';
import { icon } from '../icon.ts';
import { typed } from '../text.ts';

const templates = loadTemplates('en');

/** Why a picture cannot be a logo, and what to do about it. */
export function problemList(problems: readonly Problem[]): Html {
  return html`<ul class="findings">${problems.map((each) => {
    const { message, hint, example } = describeProblem(each, templates);
    return html`<li><strong>${typed(message)}</strong> ${typed(hint)}${example === undefined ? nothing : html` <span class="muted">${typed(example)}</span>`}</li>`;
  })}</ul>`;
}

/** What a maintainer should know of a logo. */
export function remarkList(remarks: readonly Remark[]): Html {
  return html`<ul class="findings">${remarks.map((each) => html`<li>${icon('alert', 'icon-attention')} ${typed(describeRemark(each, templates).message)}</li>`)}</ul>`;
}

/** What was measured. */
export function studioNumbers(logo: NormalisedLogo): Html {
  const { source, size, svg, drawn, scale, visualSize } = logo;
  const kind = svg === undefined ? 'PNG' : 'SVG';
  const line = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<section class="panel"><h2>Numbers</h2><dl class="numbers">${line('Came as', `${source.format.toUpperCase()}, ${round(source.width)} × ${round(source.height)} px, ${kilobytes(source.bytes)}`)}${line('Becomes', `${kind}, ${writeCanvas(size, ' × ')} px, ${kilobytes(logoFile(logo).length)}`)}${line('Stands on it as', `${drawn.width} × ${drawn.height} px`)}${line('Scaled', scaled(source.format, scale))}${line('Size to the eye', `${(visualSize * 100).toFixed(0)} % of the side`)}</dl></section>`;
}

/** A drawing has no pixels to be scaled. */
function scaled(format: NormalisedLogo['source']['format'], scale: number): string {
  if (format === 'svg') return 'not at all: an SVG is drawn at that size';
  return scale === 1 ? 'not at all' : `${scale.toFixed(2)} times`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function round(pixels: number): number {
  return Math.round(pixels);
}
