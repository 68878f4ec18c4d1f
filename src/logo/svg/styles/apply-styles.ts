import { externalReferencesInCss, isElsewhere } from '../references.ts';
import { childElements, elementsOf, type SvgElement } from '../svg-tree.ts';
import { type CustomProperties, resolveValue, substitute } from './css-value.ts';
import {
  type Declaration,
  readDeclarations,
  readStyleSheet,
  type StyleRule,
} from './read-rules.ts';
import { selectionIn } from './select-elements.ts';

/** What became known when styles were applied. Each as written in the file. */
export interface StyleFindings {
  readonly leftOut: Set<string>;
  /** What would be loaded from elsewhere, and without which the picture is not itself. */
  readonly external: Set<string>;
  /** What a browser may show otherwise. */
  readonly doubtful: Set<string>;
}

/** A declaration that applies to an element, with what decides between it and others. */
interface Applied extends Declaration {
  readonly specificity: number;
}

/** More than any sheet says of one element. */
const inlineSpecificity = 1e12;

/**
 * Applies the style sheets to the elements, as `style` attributes with values that an old renderer understands, and takes the sheets
 * out: it is CSS's cascade (CSS Cascading and Inheritance Level 4) without layers.
 */
export function applyStyles(root: SvgElement, sheets: readonly string[]): StyleFindings {
  const findings = {
    leftOut: new Set<string>(),
    external: new Set<string>(),
    doubtful: new Set<string>(),
  };
  const applied = new Map<SvgElement, Applied[]>();
  const { select } = selectionIn(root);
  for (const css of sheets) {
    const sheet = readStyleSheet(css);
    for (const what of sheet.leftOut) findings.leftOut.add(what);
    for (const what of sheet.doubtful) findings.doubtful.add(what);
    for (const rule of sheet.rules) apply(rule, select(rule.selector), applied);
  }
  for (const element of elementsOf(root)) {
    element.children = element.children.filter(
      (child) => typeof child === 'string' || child.name !== 'style',
    );
  }
  resolveElement(root, new Map(), { applied, findings });
  return findings;
}

function apply(
  { declarations, specificity }: StyleRule,
  elements: readonly SvgElement[],
  applied: Map<SvgElement, Applied[]>,
): void {
  const all = declarations.map((declaration) => ({ ...declaration, specificity }));
  for (const element of elements) {
    const before = applied.get(element);
    if (before) before.push(...all);
    else applied.set(element, [...all]);
  }
}

interface Cascade {
  readonly applied: ReadonlyMap<SvgElement, Applied[]>;
  readonly findings: StyleFindings;
  /** Those of the root, once it was resolved. */
  shared?: CustomProperties;
}

function resolveElement(element: SvgElement, inherited: CustomProperties, cascade: Cascade): void {
  const { applied, findings } = cascade;
  const { attributes } = element;
  const inline = readDeclarations(attributes.get('style') ?? '').map((declaration) => ({
    ...declaration,
    specificity: inlineSpecificity,
  }));
  // Sorting is stable: what was said later, wins among equals.
  const declarations = [...(applied.get(element) ?? []), ...inline].toSorted(
    (one, other) =>
      Number(one.isImportant) - Number(other.isImportant) || one.specificity - other.specificity,
  );
  const custom = customProperties(declarations, inherited);
  cascade.shared ??= custom;
  const resolved = new Map<string, string>();
  for (const { property, value } of declarations) {
    if (property.startsWith('--')) continue;
    const usable = usableValue(property, value, custom, findings);
    if (usable === undefined) continue;
    resolved.delete(property);
    resolved.set(property, usable);
  }
  const drawing = /^path\(\s*(["'])([^"']*)\1\s*\)$/.exec(resolved.get('d') ?? '')?.[2];
  if (drawing !== undefined) attributes.set('d', drawing);
  // What is used elsewhere inherits from there, and was resolved here once for all.
  if (element.name === 'use' && custom !== cascade.shared) findings.doubtful.add('var()');
  if (resolved.size > 0) {
    attributes.set('style', [...resolved].map(([name, value]) => `${name}:${value}`).join(';'));
  } else attributes.delete('style');
  for (const [name, value] of attributes) {
    if (name === 'style' || name === 'href' || !value.includes('(')) continue;
    const usable = usableValue(name, value, custom, findings);
    if (usable === undefined) attributes.delete(name);
    else attributes.set(name, usable);
  }
  for (const child of childElements(element)) resolveElement(child, custom, cascade);
}

function customProperties(
  declarations: readonly Declaration[],
  inherited: CustomProperties,
): CustomProperties {
  const own = declarations.filter(({ property }) => property.startsWith('--'));
  if (own.length === 0) return inherited;
  const custom = new Map(inherited);
  for (const { property, value } of own) custom.set(property, value);
  for (const { property } of own) {
    const value = substitute(custom.get(property) ?? '', custom);
    if (value === undefined) custom.delete(property);
    else custom.set(property, value);
  }
  return custom;
}

/** Shapes that only browsers clip by. */
const basicShape = /\b(?:circle|ellipse|inset|polygon|path|rect|xywh)\(/i;

/** Properties without which a shape is not the same. */
const painting = /^(?:fill|stroke|mask|clip-path|filter|marker(?:-\w+)?)$/;

function usableValue(
  property: string,
  value: string,
  custom: CustomProperties,
  { leftOut, external, doubtful }: StyleFindings,
): string | undefined {
  const resolved = resolveValue(value, custom);
  if (property === 'clip-path' && basicShape.test(value)) doubtful.add(`${property}: ${value}`);
  if (resolved === undefined) {
    doubtful.add(`${property}: ${value}`);
    return undefined;
  }
  const [target] = externalReferencesInCss(resolved);
  if (target === undefined) return resolved;
  if (painting.test(property) && isElsewhere(target)) external.add(target);
  else leftOut.add(`${property}: ${resolved}`);
  return property === 'fill' || property === 'stroke' ? 'none' : undefined;
}
