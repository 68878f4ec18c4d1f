/**
 * A line by which the runner of GitHub Actions is told something, with the escapes that it undoes (`@actions/core`, command.ts): no
 * text and no name in it can be another command, or another property.
 *
 * @param name as `error`
 * @param properties as `file`
 */
export function workflowCommand(
  name: string,
  text: string,
  properties: Readonly<Record<string, string>> = {},
): string {
  const given = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeProperty(value)}`)
    .join(',');
  return `::${name}${given === '' ? '' : ` ${given}`}::${escapeText(text)}`;
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
