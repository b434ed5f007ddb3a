/** Judges what is known: one finding for each check, and the worst of them. */

import { isStale } from './age.ts';
import { type Context, gravest, gravityOf, type Problem } from './check.ts';
import { type CheckId, checks } from './checks/index.ts';
import type { Known, Reading, ReadingError } from './facts.ts';
import type { Misses } from './misses.ts';
import { ownDomainsOf } from './rules.ts';
import type { Accepted } from './schemas.ts';

/**
 * `unclear`: looked and could not tell. `unseen`: not looked yet, or nothing wrong was seen so long ago
 * that it counts no more. `not-applicable`: the page says that it has no effect here. `accepted`: the
 * user said that he knows. Nothing defaults to `fine`.
 */
export type Outcome = 'wrong' | 'unclear' | 'unseen' | 'accepted' | 'not-applicable' | 'fine';

/** What a check says of what is known; `at` is the time of the oldest look it rests on. */
export type Finding = { check: CheckId } & (
  | { outcome: 'wrong' | 'accepted'; at: number; problem: Problem }
  | { outcome: 'fine'; at: number }
  | { outcome: 'unclear' | 'not-applicable'; at: number; error: ReadingError }
  | { outcome: 'unseen'; at?: number }
);
export type Wrong = Extract<Finding, { problem: Problem }> & { outcome: 'wrong' };

/** What is kept of a mailbox, as far as findings depend on it. */
export interface Evidence {
  known: Known;
  address: string | null;
  own?: readonly string[];
  accepted?: Accepted;
  misses?: Misses;
}

/** A mailbox of which nothing is kept. */
export const noEvidence: Evidence = { known: {}, address: null };

/** The findings of all checks at a time, each check being handed the facts it needs and no others. */
export function audit(evidence: Evidence, now: number): Finding[] {
  const { known, accepted = {} } = evidence;
  const context: Context = { own: ownDomainsOf(evidence) };
  return checks.map((check): Finding => {
    const readings = check.needs.map((name) => known[name]);
    if (!readings.every((reading) => reading !== undefined)) {
      return { check: check.id, outcome: 'unseen' };
    }
    const at = Math.min(...readings.map((reading) => reading.at));
    const failed = readings.find((reading) => 'error' in reading);
    if (failed) {
      const outcome = failed.error === 'switched-off' ? 'not-applicable' : 'unclear';
      return { check: check.id, outcome, at, error: failed.error };
    }
    const facts = Object.fromEntries(
      check.needs.map((name, index) => [
        name,
        (readings[index] as Reading & { value: unknown }).value,
      ]),
    );
    const problem = check.problem(facts as never, context);
    if (!problem) {
      const isOld = check.needs.some((name, index) =>
        isStale(name, readings[index] as Reading, now),
      );
      return { check: check.id, outcome: isOld ? 'unseen' : 'fine', at };
    }
    if ('error' in problem) {
      return { check: check.id, outcome: 'unclear', at, error: problem.error };
    }
    return { check: check.id, at, ...withoutAccepted(problem, accepted, now) };
  });
}

/** A problem less the rules that the user knows about; when none is left, it is accepted. */
function withoutAccepted(
  problem: Problem,
  accepted: Accepted,
  now: number,
): { outcome: 'wrong' | 'accepted'; problem: Problem } {
  if (!problem.rules) return { outcome: 'wrong', problem };
  const isKnown = (mark: string) => {
    const entry = Object.hasOwn(accepted, mark) ? accepted[mark] : undefined;
    return entry !== undefined && now < (entry.until ?? Infinity);
  };
  const rules = problem.rules.filter(({ rule }) => !isKnown(rule.mark));
  if (rules.length === 0) return { outcome: 'accepted', problem };
  const severity = gravest(rules.map((one) => one.severity));
  const variant = rules.length === 1 ? 'one' : 'many';
  return { outcome: 'wrong', problem: { severity, variant, rules } };
}

/** Reasons that the user can do away with by pointing at what was not found or not understood. */
const pointable: readonly ReadingError[] = [
  'missing',
  'unknown-value',
  'no-value',
  'conflict',
  'impossible',
  'lost',
];

/** Checks of what the user can point out. */
const pointed: readonly CheckId[] = [
  'storage-nearly-full',
  'pop-deletion-allowed',
  'sent-copies-missing',
];

/** Whether the user can help with a finding by pointing something out. */
export const canPointOut = (finding: Finding | undefined): boolean =>
  finding?.outcome === 'unclear' &&
  pointed.includes(finding.check) &&
  pointable.includes(finding.error);

/** The findings that say something is wrong, the gravest first. */
export function wrongOf(findings: readonly Finding[]): Wrong[] {
  return findings
    .filter((finding): finding is Wrong => finding.outcome === 'wrong')
    .sort((a, b) => gravityOf(b.problem.severity) - gravityOf(a.problem.severity));
}
