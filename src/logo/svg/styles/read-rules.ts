import { parse as parseSelectors, stringify } from 'css-what';
import type { AtRule, ChildNode, Declaration as CssDeclaration, Rule } from 'postcss';
import parseCss from 'postcss-safe-parser';
import { matchesLightScreen } from './media-query.ts';
import { specificityOf } from './specificity.ts';

/** A declaration of a style sheet or a `style` attribute. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** What one selector says. */
export interface StyleRule {
  readonly selector: string;
  readonly specificity: number;
  readonly declarations: readonly Declaration[];
}

/** A style sheet, read. */
export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  /** Rules that do nothing in a picture, as written. */
  readonly leftOut: readonly string[];
  /** Rules of which it is not known whether they count. */
  readonly doubtful: readonly string[];
}

interface Reading {
  readonly rules: StyleRule[];
  readonly leftOut: string[];
  readonly doubtful: string[];
}

/** They load something, or say something of what a still picture has not. */
const withoutEffect = new Set(['import', 'font-face', 'charset', 'namespace', 'page', 'property']);

/** Reads a style sheet: nested rules are unfolded, and of conditional ones those stay that a light page has. */
export function readStyleSheet(css: string): StyleSheet {
  const reading: Reading = { rules: [], leftOut: [], doubtful: [] };
  readNodes(parseCss(css).nodes, { depth: 0 }, reading);
  return reading;
}

/** Reads a `style` attribute. */
export function readDeclarations(css: string): Declaration[] {
  return declarationsIn(parseCss(css).nodes);
}

/** What a sheet or a rule holds. */
type Nodes = readonly (ChildNode | { readonly type: 'root' })[];

/** Where nodes are in a sheet. */
interface Nesting {
  /** How many rules are around them. */
  readonly depth: number;
  /** What the rules around them select. */
  readonly within?: string | undefined;
}

/** No tool nests rules like this, and what reads them calls itself for each level. */
const deepestNesting = 100;

function readNodes(nodes: Nodes, { depth, within }: Nesting, reading: Reading): void {
  for (const node of nodes) {
    if (node.type !== 'rule' && node.type !== 'atrule') continue;
    const nesting = { depth: depth + 1, within };
    if (nesting.depth > deepestNesting) reading.doubtful.push(writtenAs(node));
    else if (node.type === 'rule') readRule(node, nesting, reading);
    else readAtRule(node, nesting, reading);
  }
}

function writtenAs(node: Rule | AtRule): string {
  return node.type === 'rule' ? node.selector : `@${node.name} ${node.params}`.trim();
}

/** In characters: nesting may make a selector of any length out of a few words. */
const longestSelector = 10_000;

function readRule(rule: Rule, { depth, within }: Nesting, reading: Reading): void {
  const selector = unfold(rule.selector, within);
  if (selector.length > longestSelector) {
    reading.doubtful.push(rule.selector);
    return;
  }
  addRule(selector, declarationsIn(rule.nodes), reading);
  readNodes(rule.nodes, { depth, within: selector }, reading);
}

function addRule(selector: string, declarations: Declaration[], reading: Reading): void {
  if (declarations.length === 0) return;
  try {
    for (const each of parseSelectors(selector)) {
      const specificity = specificityOf(each);
      reading.rules.push({ selector: stringify([each]), specificity, declarations });
    }
  } catch {
    // As in a browser, a rule whose selector nobody understands is none.
  }
}

/** CSS Nesting: `&` is what the outer rule selects, and is before a selector that has none. */
function unfold(selector: string, within: string | undefined): string {
  if (within === undefined) return selector;
  const outer = `:is(${within})`;
  return selector.includes('&') ? selector.replaceAll('&', outer) : `${outer} :is(${selector})`;
}

function readAtRule(rule: AtRule, { depth, within }: Nesting, reading: Reading): void {
  const name = rule.name.toLowerCase().replace(/^-\w+-/, '');
  const written = writtenAs(rule);
  if (name === 'keyframes') return;
  if (withoutEffect.has(name)) {
    if (name === 'import' || name === 'font-face') reading.leftOut.push(written);
    return;
  }
  const holds =
    name === 'media' ? matchesLightScreen(rule.params) : isUnconditional(name, rule.params);
  // Layers count, but not in their own order.
  if (holds === undefined || name === 'layer') reading.doubtful.push(written);
  if (holds !== true) return;
  const nodes = rule.nodes ?? [];
  if (within !== undefined) addRule(within, declarationsIn(nodes), reading);
  readNodes(nodes, { depth, within }, reading);
}

/** What is written for new browsers is what is seen in one; all else nobody knows. */
function isUnconditional(name: string, params: string): true | undefined {
  if (name === 'layer') return true;
  if (name === 'supports') return /\bnot\b/i.test(params) ? undefined : true;
  return name === 'scope' && params.trim() === '' ? true : undefined;
}

function declarationsIn(nodes: Nodes): Declaration[] {
  return nodes
    .filter((node): node is CssDeclaration => node.type === 'decl')
    .map(({ prop, value, important }) => ({
      // Custom properties alone know capital letters.
      property: prop.startsWith('--') ? prop : prop.toLowerCase(),
      value,
      isImportant: important === true,
    }));
}
