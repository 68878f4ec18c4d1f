import { mostCommon } from '../../most-common.ts';

/** Keys by which sites order entries. */
export const ordering =
  /^(?:weight|order|position|rank|index|sort(?:[-_]?order)?|nav_order|sidebar_position)$/i;

/** The whole numbers among some values, those in quotes among them. */
export function numbersIn(values: readonly unknown[]): readonly number[] {
  return values.flatMap((value) => {
    const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && Number.isSafeInteger(number) ? [number] : [];
  });
}

/**
 * The largest number plus the most frequent step; where most values are the same number, that number. It has as many digits as
 * those that begin with zeros.
 */
export function nextNumber(values: readonly unknown[]): string | undefined {
  const numbers = numbersIn(values);
  if (numbers.length * 2 <= values.length) return undefined;
  const sorted = [...new Set(numbers)].toSorted((one, other) => one - other);
  const steps = sorted.slice(1).map((value, index) => value - (sorted[index] ?? value));
  const last = sorted.at(-1) ?? 0;
  // Where most have the same number, it orders nothing.
  const usual = mostCommon(numbers) ?? last;
  const isShared = numbers.filter((value) => value === usual).length * 2 > numbers.length;
  const next = isShared && numbers.length > 1 ? usual : last + (mostCommon(steps) ?? 1);
  const padded = values.filter((value) => typeof value === 'string' && /^0\d/.test(value));
  return String(next).padStart(String(padded[0] ?? '').length, '0');
}
