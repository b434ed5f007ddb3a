/** How things are said: the keys of our words, and numbers as the reader's language writes them. */
import type messages from '../../assets/_locales/en/messages.json';

export type MessageKey = keyof typeof messages & string;

/** The words for a key in the reader's language, with its placeholders filled in. */
export type Say = (key: MessageKey, ...values: string[]) => string;

const steps = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];

/** A size in binary units, as mail systems print it: `9.8 GB`. Rounded up where it is a demand. */
export function sizeIn(
  locale: string,
  bytes: number,
  round: 'expand' | 'halfExpand' = 'halfExpand',
): string {
  const power = Math.min(
    Math.max(0, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024))),
    steps.length - 1,
  );
  // What was read from a display may be a byte too much; that must not round a demand up.
  const value = Math.round((bytes / 1024 ** power) * 1e6) / 1e6;
  if (value >= 1023.5 && power < steps.length - 1)
    return sizeIn(locale, 1024 ** (power + 1), round);
  const number = new Intl.NumberFormat(locale, {
    maximumFractionDigits: power > 1 && value < 100 ? 1 : 0,
    roundingMode: round === 'expand' ? 'ceil' : 'halfExpand',
  });
  return `${number.format(value)} ${steps[power]}`;
}

/** A share as a percentage. Never rounded up to 100 % while something is free. */
export function percentIn(locale: string, share: number, round: 'down' | 'up' = 'down'): string {
  const exact = Math.round(share * 1e6) / 1e6;
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    roundingMode: round === 'down' ? 'floor' : 'ceil',
  }).format(exact);
}

const spans: [unit: Intl.RelativeTimeFormatUnit, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago something was seen; a clock that was set back makes it now, never the future. */
export function agoIn(locale: string, at: number, now: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const age = Math.max(0, now - at);
  const [unit, ms] = spans.find(([, length]) => age >= length) ?? ['second', Infinity];
  return format.format(-Math.floor(age / ms) || 0, unit as Intl.RelativeTimeFormatUnit);
}
