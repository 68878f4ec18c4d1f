const placeholder = /\{([^{}]*)\}/g;

/** The names of the placeholders in a configured text: `company` in `Add {company}`. */
export function placeholdersIn(text: string): readonly string[] {
  return Array.from(text.matchAll(placeholder), (match) => match[1] ?? '');
}

/**
 * Puts values in the place of a configured text's placeholders. One pass, so that a value which looks like a
 * placeholder stays as it is. A placeholder without a value stays too.
 */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
