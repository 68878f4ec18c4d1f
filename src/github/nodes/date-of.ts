/** A time as GitHub writes it. */
export function dateOf(text: string | null | undefined): Date | undefined {
  return text ? new Date(text) : undefined;
}
