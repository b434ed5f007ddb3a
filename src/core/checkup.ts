/**
 * A check-up: one page of the webmail after the other is opened in a tab of its own, read and left. It is
 * a function of what that tab tells and of the time; what was read is kept like every other reading.
 */
import * as v from 'valibot';
import type { FactName, Known } from './facts.ts';
import { isInside, type Place } from './place.ts';
import { hostSchema, recordKeySchema, timeSchema, triedSchema } from './schemas.ts';

/** The pages that checks need, in their order; the account's only where no other shows the storage. */
export const stops = ['mail', 'pop', 'sending', 'rules', 'forwarding', 'account'] as const;
export type Stop = (typeof stops)[number];

/** What each page is opened for. */
const facts: Record<Stop, FactName> = {
  mail: 'storage',
  pop: 'popDeletion',
  sending: 'sentCopies',
  rules: 'rules',
  forwarding: 'forwarding',
  account: 'storage',
};

/** `not-found`: no way led there; `not-understood`: it was shown, but did not say; `late`: it took too long. */
export const results = ['read', 'not-understood', 'not-found', 'late'] as const;
export type Result = (typeof results)[number];

/** Why a check-up is over; all but `done` stopped it before its end. */
export const endings = [
  'done',
  'late',
  'cancelled',
  'closed',
  'signed-out',
  'other-mailbox',
  'withdrawn',
  'failed',
] as const;
export type Ending = (typeof endings)[number];

/** In ms: how long a page may take, and all of them. */
export const patience = { stop: 20_000, all: 120_000 };

const tab = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 53));

export const checkupSchema = v.strictObject({
  host: hostSchema,
  /** Whose mailbox it is, as far as the page shows from which it was started: its record's key. */
  key: recordKeySchema,
  /** Masked. */
  address: v.nullable(v.pipe(v.string(), v.maxLength(260))),
  /** The tab that it works in, and the one that it was started from. */
  tab: v.exactOptional(tab),
  from: tab,
  at: timeSchema,
  /** When the present page's turn began. */
  since: timeSchema,
  /** What was tried to get to it. */
  tried: triedSchema,
  visited: v.pipe(
    v.array(v.strictObject({ stop: v.picklist(stops), result: v.picklist(results) })),
    v.maxLength(stops.length),
  ),
  ended: v.exactOptional(v.strictObject({ why: v.picklist(endings), at: timeSchema })),
});
export type Checkup = v.InferOutput<typeof checkupSchema>;

/** What a tab is to do for a check-up: the page to get to, and what was tried for that before. */
export interface Errand {
  stop: Stop;
  tried: string[];
}

/** How far the tab of a check-up is. */
export interface ErrandReport extends Errand {
  /** The page had the time to show what it has. */
  settled: boolean;
  /** No way to the page is left. */
  lost: boolean;
}

/** What it tells with each look. */
export interface ErrandLook extends ErrandReport {
  place: Place;
  /** The page shows the address of another mailbox than the one that is checked. */
  isOther: boolean;
  known: Known;
}

export function newCheckup(
  mailbox: Pick<Checkup, 'host' | 'key' | 'address'>,
  from: number,
  now: number,
): Checkup {
  return { ...mailbox, from, at: now, since: now, tried: [], visited: [] };
}

/** The page whose turn it is; absent when there is none left. */
export function stopOf({ visited }: Checkup): Stop | undefined {
  const hasStorage = visited.some(({ stop, result }) => stop === 'mail' && result === 'read');
  const due = hasStorage ? stops.filter((stop) => stop !== 'account') : stops;
  return due[visited.length];
}

/** How far a check-up is: which page it is at, and of how many at most. */
export const progressOf = (checkup: Checkup): { at: number; of: number } => ({
  at: Math.min(checkup.visited.length + 1, stops.length - 1),
  of: stops.length - 1,
});

export const isUnderWay = (checkup: Checkup | undefined): checkup is Checkup =>
  checkup !== undefined && checkup.ended === undefined;

export function end(checkup: Checkup, why: Ending, now: number): Checkup {
  return checkup.ended ? checkup : { ...checkup, ended: { why, at: now } };
}

/** The check-up after its tab has looked at a page. */
export function afterErrand(checkup: Checkup, look: ErrandLook, now: number): Checkup {
  const stop = stopOf(checkup);
  if (checkup.ended || !stop) return checkup;
  if (look.place === 'signed-out') return end(checkup, 'signed-out', now);
  if (look.isOther) return end(checkup, 'other-mailbox', now);
  // What is told of a page whose turn is over says nothing of the next one.
  if (look.stop !== stop) return checkup;
  const result = resultOf(look, stop);
  return result ? afterVisit(checkup, stop, result, now) : { ...checkup, tried: look.tried };
}

function resultOf({ place, known, settled, lost }: ErrandLook, stop: Stop): Result | undefined {
  if (!isInside(place)) return settled ? 'not-found' : undefined;
  const reading = known[facts[stop]];
  if (reading && ('value' in reading || reading.error === 'switched-off')) return 'read';
  if (lost) return 'not-found';
  // What a page says at first may be half of what it has to say.
  return reading && settled && reading.error !== 'loading' ? 'not-understood' : undefined;
}

function afterVisit(checkup: Checkup, stop: Stop, result: Result, now: number): Checkup {
  const visited = [...checkup.visited, { stop, result }];
  const next: Checkup = { ...checkup, visited, since: now, tried: [] };
  return stopOf(next) ? next : end(next, 'done', now);
}

/** The check-up after some time in which nothing was heard. */
export function afterWait(checkup: Checkup, now: number): Checkup {
  const stop = stopOf(checkup);
  if (checkup.ended || !stop) return checkup;
  if (now - checkup.at >= patience.all) return end(checkup, 'late', now);
  return now - checkup.since >= patience.stop ? afterVisit(checkup, stop, 'late', now) : checkup;
}
