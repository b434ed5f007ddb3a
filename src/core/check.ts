import type { FactName, Facts, ReadingError } from './facts.ts';
import type { Guide } from './guide.ts';
import type { SettingsPage } from './place.ts';
import type { Rule } from './schemas.ts';

/** The severities, the lightest first. */
export const severities = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const gravityOf = (severity: Severity): number => severities.indexOf(severity);

/** One level graver, as far as there is one. */
export const raised = (severity: Severity): Severity =>
  severities[gravityOf(severity) + 1] ?? 'critical';

/** The gravest of some severities; `info` where there are none. */
export const gravest = (all: readonly Severity[]): Severity =>
  all.reduce((worst, one) => (gravityOf(one) > gravityOf(worst) ? one : worst), 'info');

/** A rule that is a problem: how grave it is, and which wording says what it does. */
export interface RuleProblem {
  rule: Rule;
  severity: Severity;
  variant: string;
}

/** What is wrong: how grave it is, and which of the check's wordings says it. */
export interface Problem {
  severity: Severity;
  variant: string;
  /** The rules that it is made of, the gravest first. */
  rules?: RuleProblem[];
  /** Domains that it is about. */
  domains?: string[];
}

/** What a check has to know besides the facts. */
export interface Context {
  /** The user's own mail domains; none where they are not known. */
  own: readonly string[];
}

/** What a check can answer; nothing means that all is well. */
export type Judgement = Problem | { error: ReadingError } | undefined;

/** A judgement in words: its severity and variant, or why there is none. */
export const verdictOf = (judgement: Judgement): string | undefined =>
  judgement &&
  ('error' in judgement ? judgement.error : `${judgement.severity} ${judgement.variant}`);

/** One thing that can be wrong: how it is recognised, how grave it is, how it is put right. */
export interface Check<Id extends string = string, K extends FactName = FactName> {
  /** Its file's name; names the failing state, with no verb and no "no-". */
  id: Id;
  /** It is handed these facts and no others. */
  needs: readonly K[];
  /** What is wrong, if anything; or why that cannot be told from what was read. */
  problem(facts: Pick<Facts, K>, context: Context): Judgement;
  /** The settings page on which it is read and put right. */
  page?: Exclude<SettingsPage, 'account'>;
  guide: Guide;
}
