/** The day of a time in UTC, as `2024-05-01`. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}
