/** Judges what is known: one finding for each check, and the worst of them. */

import type { Problem, Severity } from './check.ts';
import { type CheckId, checks } from './checks/index.ts';
import type { Known, Reading, ReadingError } from './facts.ts';

/**
 * `unclear`: looked and could not tell. `unseen`: not looked yet. `not-applicable`: the page says
 * that it has no effect here. Nothing defaults to `fine`.
 */
export type Outcome = 'wrong' | 'unclear' | 'unseen' | 'not-applicable' | 'fine';

/** What a check says of what is known; `at` is the time of the oldest look it rests on. */
export type Finding = { check: CheckId } & (
  | { outcome: 'wrong'; at: number; problem: Problem }
  | { outcome: 'fine'; at: number }
  | { outcome: 'unclear' | 'not-applicable'; at: number; error: ReadingError }
  | { outcome: 'unseen' }
);

/** The findings of all checks, each check being handed the facts it needs and no others. */
export function audit(known: Known): Finding[] {
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
    const problem = check.problem(facts as never);
    return problem
      ? { check: check.id, outcome: 'wrong', at, problem }
      : { check: check.id, outcome: 'fine', at };
  });
}

const gravity: Record<Severity, number> = { info: 1, warning: 2, critical: 3 };

/** The findings that say something is wrong, the gravest first. */
export function wrongOf(findings: readonly Finding[]): Extract<Finding, { outcome: 'wrong' }>[] {
  return findings
    .filter((finding) => finding.outcome === 'wrong')
    .sort((a, b) => gravity[b.problem.severity] - gravity[a.problem.severity]);
}
