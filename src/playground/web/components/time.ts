import { type Html, html } from './html.ts';

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago something was, with the whole time behind it. */
export function time(at: Date, now: Date): Html {
  const passed = now.getTime() - at.getTime();
  const [unit, length] = steps.find(([, each]) => passed >= each) ?? [];
  const text =
    unit === undefined || length === undefined
      ? 'just now'
      : words.format(-Math.floor(passed / length), unit);
  const whole = at.toISOString();
  return html`<time datetime="${whole}" title="${whole.replace('T', ' ').slice(0, 19)} UTC">${text}</time>`;
}
