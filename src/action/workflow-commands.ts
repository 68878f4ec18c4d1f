/** Tells the runner of GitHub Actions something, by a line on standard output. */
function command(name: string, text: string): string {
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::${name}::${escaped}`;
}

/** A line that marks a run. */
export function annotation(kind: 'error' | 'warning', text: string): string {
  return command(kind, text);
}

/**
 * The lines between which the runner obeys nothing: what strangers typed may look like a command of its.
 *
 * @param token nobody may guess it
 */
export function muted(token: string): { readonly from: string; readonly to: string } {
  return { from: command('stop-commands', token), to: command(token, '') };
}
