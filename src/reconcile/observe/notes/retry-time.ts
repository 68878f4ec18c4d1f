const day = 24 * 60 * 60 * 1000;

/** Spreads issues that follow one another evenly over a day, however many there are. */
const goldenRatio = (1 + Math.sqrt(5)) / 2;

/**
 * Whether what GitHub refused is to be tried again by now. Each issue has its own time of the day for that, so that fifty of
 * them do not come at once.
 *
 * @param triedAt milliseconds since 1970
 * @param now milliseconds since 1970
 */
export function isRetryDue(issue: number, triedAt: number, now: number): boolean {
  const ownTime = ((issue * goldenRatio) % 1) * day;
  const dayOf = (time: number) => Math.floor((time - ownTime) / day);
  return dayOf(now) > dayOf(triedAt);
}
