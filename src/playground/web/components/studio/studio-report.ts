import { writeCanvas } from '../../../../config/logo-sizes.ts';
import { logoFile, type NormalizedLogo } from '../../../../logo/normalize-logo.ts';
import type { Problem } from '../../../../problem/problem.ts';
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

/** Less of a logo that a dark page hides is not worth a word. */
const leastHidden = 0.05;

/** What to know of a logo, for light and dark pages. */
export function remarkList({ remarks, hiddenOnDark }: NormalizedLogo): Html {
  const isSaid = remarks.some(({ code }) => code === 'logo-nearly-invisible-on-dark');
  const percent = Math.round(hiddenOnDark * 100);
  const words = [
    ...remarks.map((each) => describeRemark(each, templates).message),
    ...(hiddenOnDark < leastHidden || isSaid
      ? []
      : [`About ${percent} % of this logo is too dark to be seen on a dark page.`]),
  ];
  if (words.length === 0) {
    return html`<p class="all-well">${icon('check-circle-fill', 'icon-open')} Nothing: this logo works on light and dark pages.</p>`;
  }
  return html`<ul class="findings">${words.map((each) => html`<li>${icon('alert', 'icon-attention')} ${typed(each)}</li>`)}</ul>`;
}

/** What was measured. */
export function studioNumbers(logo: NormalizedLogo): Html {
  const { source, size, svg, drawn, scale, visualSize } = logo;
  const kind = svg === undefined ? 'PNG' : 'SVG';
  const line = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<section class="panel"><h2>Numbers</h2><dl class="numbers">${line('Original', `${source.format.toUpperCase()}, ${round(source.width)} × ${round(source.height)} px, ${kilobytes(source.bytes)}`)}${line('Result', `${kind}, ${writeCanvas(size, ' × ')} px, ${kilobytes(logoFile(logo).length)}`)}${line('Logo in it', `${drawn.width} × ${drawn.height} px`)}${line('Scaled', scaled(source.format, scale))}${line('Visual size', `${(visualSize * 100).toFixed(0)} % of the canvas`)}</dl></section>`;
}

/** A drawing has no pixels to be scaled. */
function scaled(format: NormalizedLogo['source']['format'], scale: number): string {
  if (format === 'svg') return 'no: an SVG is drawn at its final size';
  return scale === 1 ? 'no' : `${scale.toFixed(2)} times`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

function round(pixels: number): number {
  return Math.round(pixels);
}
