/** Features whose value on a page with a light background is known. */
const light: Readonly<Record<string, string>> = {
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-contrast': 'no-preference',
  'forced-colors': 'none',
};

/**
 * Says whether a media query list is true of a screen with light pages. Nothing where that depends on something else, such as
 * the size at which a picture is shown.
 */
export function matchesLightScreen(list: string): boolean | undefined {
  const answers = list.toLowerCase().split(',').map(matchesQuery);
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function matchesQuery(query: string): boolean | undefined {
  const isNegated = /^\s*not\s/.test(query);
  const parts = query.replace(/^\s*(?:not|only)\s/, '').split(/\sand\s/);
  const answers = parts.map(matchesPart);
  if (answers.includes(false)) return isNegated;
  return answers.includes(undefined) ? undefined : !isNegated;
}

function matchesPart(part: string): boolean | undefined {
  const [, feature = '', value] = /^\s*\(\s*([\w-]+)\s*(?::\s*([\w-]+)\s*)?\)\s*$/.exec(part) ?? [];
  if (feature === '') {
    const type = part.trim();
    if (type === '' || type === 'all' || type === 'screen') return true;
    return /^[a-z]+$/.test(type) ? false : undefined;
  }
  const known = light[feature];
  if (known === undefined) return undefined;
  return value === undefined ? known !== 'none' && known !== 'no-preference' : value === known;
}
