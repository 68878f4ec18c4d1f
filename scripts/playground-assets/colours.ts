/** The custom properties that a stylesheet names and does not set itself. */
export function coloursUsed(style: string): ReadonlySet<string> {
  const named = style.matchAll(/var\((--[\w-]+)/g);
  const set = new Set(Array.from(style.matchAll(/(--[\w-]+)\s*:/g), ([, name]) => name));
  const names = Array.from(named, ([, name = '']) => name);
  return new Set(names.filter((name) => !set.has(name)));
}

/**
 * Takes colours out of one of Primer's themes, with those that they refer to.
 *
 * @throws Error for a name that the theme does not have
 */
export function sliceColours(theme: string, names: ReadonlySet<string>): string {
  const declared = theme.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm);
  const values = new Map(Array.from(declared, ([, name = '', value = '']) => [name, value]));
  const taken = new Map<string, string>();
  const take = (name: string): void => {
    if (taken.has(name)) return;
    const value = values.get(name);
    if (value === undefined) throw new Error(`The theme has no ${name}`);
    taken.set(name, value);
    for (const [, other = ''] of value.matchAll(/var\((--[\w-]+)/g)) take(other);
  };
  for (const name of names) take(name);
  const sorted = [...taken].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([name, value]) => `  ${name}: ${value};`).join('\n');
}
