/** The vocabulary: all that can be known of a mailbox. The shapes are in `schemas.ts`. */
import type * as v from 'valibot';
import type { factSchemas } from './schemas.ts';

export type Facts = { [K in keyof typeof factSchemas]: v.InferOutput<(typeof factSchemas)[K]> };
export type FactName = keyof Facts;
export type Storage = Facts['storage'];

export const factNames: readonly FactName[] = [
  'storage',
  'popDeletion',
  'sentCopies',
  'rules',
  'forwarding',
];

/**
 * Why a look gave no value: `missing` (nothing where it should stand), `conflict` (two that differ),
 * `impossible` (it is there, but what it says cannot be), `unknown-value` (a wording that is not
 * known), `incomplete` (not all of a list was seen), `no-value` (nothing is chosen), `unsaved` (what is chosen was not saved, and what is in
 * force cannot be seen), `loading` (the page has not shown it yet), `switched-off` (the page says that
 * it has no effect), `lost` (what the user once pointed at is not there any more).
 */
export const readingErrors = [
  'missing',
  'conflict',
  'impossible',
  'unknown-value',
  'incomplete',
  'no-value',
  'unsaved',
  'loading',
  'switched-off',
  'lost',
] as const;
export type ReadingError = (typeof readingErrors)[number];

/**
 * One look at one fact: a value and its time (ms since 1970), or the reason why there is none. A
 * choice that is not saved is no value: it is `selected`. A value is `unconfirmed` while it has only
 * been saved, not read again. `was` is the value before this one, and when another was first seen.
 * `last` is what had been read before a look that gave none.
 */
export type Reading<T = unknown> =
  | { at: number; value: T; selected?: T; unconfirmed?: true; was?: Past<T> }
  | { at: number; error: ReadingError; last?: { value: T; was?: Past<T> } };
type Past<T> = { value: T; at: number };

/** All readings of a mailbox so far; never seen means absent. */
export type Known = { [K in FactName]?: Reading<Facts[K]> };

/** Facts that are settings: they change by a choice, and their former value is worth telling. */
const settings: readonly FactName[] = ['popDeletion', 'sentCopies'];

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether a fact merely is not on the page, or not yet. */
export const isSilence = (error: ReadingError) => error === 'missing' || error === 'loading';

/**
 * What is known after one more look. A newer reading replaces an older one, except that a thing
 * which merely is not on this page, or not yet, never wipes out what was seen before.
 */
export function learn(known: Known, fresh: Known): Known {
  const merged: Record<string, Reading> = { ...known };
  for (const name of factNames) {
    const reading = fresh[name];
    const before = known[name];
    if (!reading) continue;
    if (before && 'value' in before && 'error' in reading && isSilence(reading.error)) continue;
    if (before && before.at > reading.at) continue;
    merged[name] = settings.includes(name)
      ? withPast(before, reading)
      : name === 'rules'
        ? withAges(before as Reading<Facts['rules']>, reading as Reading<Facts['rules']>)
        : reading;
  }
  return merged as Known;
}

/** The rules with the time since when each is there; of the first list that is seen nobody knows. */
function withAges(
  before: Reading<Facts['rules']> | undefined,
  reading: Reading<Facts['rules']>,
): Reading<Facts['rules']> {
  if (!before || !('value' in before) || !('value' in reading)) return reading;
  const ages = new Map(before.value.rules.map(({ mark, since }) => [mark, since]));
  const { value } = before;
  // One page of a list that was seen whole says something of the rules on it, and nothing of the others.
  const isPart = value.complete && !reading.value.complete && reading.value.listed === value.listed;
  if (isPart && reading.value.rules.every(({ mark }) => ages.has(mark))) {
    const fresh = new Map(reading.value.rules.map((rule) => [rule.mark, rule]));
    const rules = value.rules.map((rule) => {
      const now = fresh.get(rule.mark);
      return now ? { ...now, row: rule.row, ...(rule.since && { since: rule.since }) } : rule;
    });
    return { ...reading, value: { ...value, rules } };
  }
  const rules = reading.value.rules.map((rule) => {
    const since = ages.has(rule.mark)
      ? ages.get(rule.mark)
      : before.value.complete
        ? reading.at
        : undefined;
    return since === undefined ? rule : { ...rule, since };
  });
  return { ...reading, value: { ...reading.value, rules } };
}

/** The reading with the value that was there before it, and when another was first seen. */
function withPast(before: Reading | undefined, reading: Reading): Reading {
  const last = before && 'value' in before ? before : before?.last;
  if (!last) return reading;
  if ('error' in reading) {
    const { value, was } = last;
    return { ...reading, last: { value, ...(was && { was }) } };
  }
  const was = same(last.value, reading.value) ? last.was : { value: last.value, at: reading.at };
  return was ? { ...reading, was } : reading;
}
