/** A time as GitHub writes it. */
export function dateOf(text: string | null): Date | undefined {
  return text === null ? undefined : new Date(text);
}
