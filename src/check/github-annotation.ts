import type { Finding } from './finding.ts';

/**
 * A workflow command by which a GitHub action marks a line of a file, or the file, with the escapes that the runner undoes
 * (`@actions/core`, command.ts). GitHub shows the first ten errors and the first ten warnings of a step.
 */
export function toAnnotation({ severity, path, line, code }: Finding, message: string): string {
  const properties = Object.entries({
    file: path,
    ...(line !== undefined && { line: String(line) }),
    title: `Powered By (${code})`,
  })
    .map(([name, value]) => `${name}=${escapeProperty(value)}`)
    .join(',');
  return `::${severity} ${properties}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
