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
  readNodes(parseCss(css).nodes, undefined, reading);
  return reading;
}

/** Reads a `style` attribute. */
export function readDeclarations(css: string): Declaration[] {
  return declarationsIn(parseCss(css).nodes);
}

/** What a sheet or a rule holds. */
type Nodes = readonly (ChildNode | { readonly type: 'root' })[];

function readNodes(nodes: Nodes, within: string | undefined, reading: Reading): void {
  for (const node of nodes) {
    if (node.type === 'rule') readRule(node, within, reading);
    if (node.type === 'atrule') readAtRule(node, within, reading);
  }
}

/** In characters: nesting may make a selector of any length out of a few words. */
const longestSelector = 10_000;

function readRule(rule: Rule, within: string | undefined, reading: Reading): void {
  const selector = unfold(rule.selector, within);
  if (selector.length > longestSelector) {
    reading.doubtful.push(rule.selector);
    return;
  }
  addRule(selector, declarationsIn(rule.nodes), reading);
  readNodes(rule.nodes, selector, reading);
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

/** CSS Nesting: `&` is what the outer rule selects, and stands before a selector that has none. */
function unfold(selector: string, within: string | undefined): string {
  if (within === undefined) return selector;
  const outer = `:is(${within})`;
  return selector.includes('&') ? selector.replaceAll('&', outer) : `${outer} :is(${selector})`;
}

function readAtRule(rule: AtRule, within: string | undefined, reading: Reading): void {
  const name = rule.name.toLowerCase().replace(/^-\w+-/, '');
  const written = `@${rule.name} ${rule.params}`.trim();
  if (name === 'keyframes') return;
  if (withoutEffect.has(name)) {
    if (name === 'import' || name === 'font-face') reading.leftOut.push(written);
    return;
  }
  const holds = name === 'media' ? matchesLightScreen(rule.params) : isUnconditional(name);
  if (holds === undefined) reading.doubtful.push(written);
  if (holds !== true) return;
  const nodes = rule.nodes ?? [];
  if (within !== undefined) addRule(within, declarationsIn(nodes), reading);
  readNodes(nodes, within, reading);
}

/** What is written for new browsers is what is seen in one; all else nobody knows. */
function isUnconditional(name: string): true | undefined {
  return name === 'layer' || name === 'supports' || name === 'scope' ? true : undefined;
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
