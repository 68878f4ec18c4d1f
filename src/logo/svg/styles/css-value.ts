import { type Color, formatHex, formatRgb, interpolate, parse } from 'culori';

/** Custom properties that an element has, its own and those of the elements around it. */
export type CustomProperties = ReadonlyMap<string, string>;

/** A value as an old renderer understands it; nothing where it cannot be had. */
export type ResolvedValue = string | undefined;

/** In characters: a few properties that name each other can make a text of any length. */
const longestValue = 10_000;

/** Functions of one colour (CSS Color Level 4) that SVG 1.1 does not know. */
const colourFunction = /\b(?:oklch|oklab|lch|lab|hwb|color)\(/i;

/** Resolves `var()`, `light-dark()` and colours of wide gamuts. */
export function resolveValue(value: string, custom: CustomProperties): ResolvedValue {
  const substituted = substitute(value, custom);
  if (substituted === undefined) return undefined;
  return resolveColours(substituted);
}

/** The value with its `var()` replaced by what they stand for. */
export function substitute(value: string, custom: CustomProperties): ResolvedValue {
  let rest = value;
  for (let rounds = 0; rounds < 100; rounds += 1) {
    const call = findCall(rest, /\bvar\(/i);
    if (!call) return rest;
    const [, name = '', fallback] = /^\s*(--[^\s,]+)\s*(?:,([\s\S]*))?$/.exec(call.inner) ?? [];
    const replacement = custom.get(name) ?? fallback;
    if (replacement === undefined) return undefined;
    rest = `${rest.slice(0, call.start)}${replacement.trim()}${rest.slice(call.end)}`;
    if (rest.length > longestValue) return undefined;
  }
  return undefined;
}

function resolveColours(value: string): ResolvedValue {
  let rest = value;
  for (let rounds = 0; rounds < 100; rounds += 1) {
    const choice = findCall(rest, /\blight-dark\(/i);
    if (!choice) break;
    rest = `${rest.slice(0, choice.start)}${firstArgument(choice.inner)}${rest.slice(choice.end)}`;
  }
  if (/\bdevice-cmyk\(|\(\s*from\s/i.test(rest)) return undefined;
  for (let rounds = 0; rounds < 100; rounds += 1) {
    const call = findCall(rest, /\bcolor-mix\(/i);
    if (!call) break;
    const colour = mix(call.inner);
    if (colour === undefined) return undefined;
    rest = `${rest.slice(0, call.start)}${colour}${rest.slice(call.end)}`;
  }
  for (let rounds = 0; rounds < 100; rounds += 1) {
    const call = findCall(rest, colourFunction);
    if (!call) return rest;
    const colour = parse(rest.slice(call.start, call.end).toLowerCase());
    if (!colour) return undefined;
    const written = writeColour(colour);
    rest = `${rest.slice(0, call.start)}${written}${rest.slice(call.end)}`;
  }
  return undefined;
}

/** The spaces in which colours are mixed, by the names that culori has for them. */
const spaces = {
  srgb: 'rgb',
  'srgb-linear': 'lrgb',
  hsl: 'hsl',
  hwb: 'hwb',
  lab: 'lab',
  lch: 'lch',
  oklab: 'oklab',
  oklch: 'oklch',
} as const;

/** What `color-mix()` of two colours gives (CSS Color Level 5); nothing where it says more than a space and one share of each. */
function mix(inner: string): string | undefined {
  const space = /^\s*in\s+([\w-]+)\s*,/i.exec(inner);
  const name = space?.[1]?.toLowerCase() ?? '';
  const mode = Object.entries(spaces).find(([each]) => each === name)?.[1];
  const rest = inner.slice(space?.[0].length ?? 0);
  const first = firstArgument(rest);
  const [one, other] = [first, rest.slice(rest.indexOf(first) + first.length + 1)].map(readShare);
  if (mode === undefined || !one?.colour || !other?.colour) return undefined;
  const share = other.share ?? 1 - (one.share ?? 0.5);
  if (one.share !== undefined && Math.abs(one.share + share - 1) > 1e-6) return undefined;
  return writeColour(interpolate([one.colour, other.colour], mode)(share));
}

function readShare(text: string) {
  const share = /(?:^|\s)([\d.]+)%(?:\s|$)/.exec(text);
  const colour = parse(
    text
      .replace(share?.[0] ?? '', ' ')
      .trim()
      .toLowerCase(),
  );
  return { colour, share: share ? Number(share[1]) / 100 : undefined };
}

function writeColour(colour: Color): string {
  return (colour.alpha ?? 1) < 1 ? formatRgb(colour) : formatHex(colour);
}

/** The first call of a function in a value, with what is in its parentheses. */
function findCall(value: string, opening: RegExp) {
  const match = opening.exec(value);
  if (!match) return undefined;
  const from = match.index + match[0].length;
  let depth = 1;
  let end = from;
  while (end < value.length && depth > 0) {
    if (value[end] === '(') depth += 1;
    if (value[end] === ')') depth -= 1;
    end += 1;
  }
  return { start: match.index, end, inner: value.slice(from, depth === 0 ? end - 1 : end) };
}

function firstArgument(inner: string): string {
  let depth = 0;
  for (let at = 0; at < inner.length; at += 1) {
    if (inner[at] === '(') depth += 1;
    if (inner[at] === ')') depth -= 1;
    if (inner[at] === ',' && depth === 0) return inner.slice(0, at).trim();
  }
  return inner.trim();
}
