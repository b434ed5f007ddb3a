import type { FactName, Facts } from './facts.ts';
import type { Guide } from './guide.ts';
import type { SettingsPage } from './place.ts';

export type Severity = 'info' | 'warning' | 'critical';

/** What is wrong: how grave it is, and which of the check's wordings says it. */
export interface Problem {
  severity: Severity;
  variant: string;
}

/** One thing that can be wrong: how it is recognised, how grave it is, how it is put right. */
export interface Check<Id extends string = string, K extends FactName = FactName> {
  /** Its file's name; names the failing state, with no verb and no "no-". */
  id: Id;
  /** It is handed these facts and no others. */
  needs: readonly K[];
  problem(facts: Pick<Facts, K>): Problem | undefined;
  /** The settings page on which it is read and put right. */
  page?: SettingsPage;
  guide: Guide;
}
