import { audit, type Evidence } from './audit.ts';
import { factNames } from './facts.ts';

export interface ReportMailbox {
  host: string;
  /** Masked. */
  address: string | null;
}

/**
 * What a help desk needs to know, and nothing that is personal: no text of the page, no whole
 * address. Times are in ISO 8601, sizes in bytes.
 */
export function reportOf(
  extension: { name: string; version: string; browser: string },
  mailbox: ReportMailbox | null,
  evidence: Evidence,
  now: number,
) {
  const facts: Record<string, object> = {};
  for (const name of factNames) {
    const reading = evidence.known[name];
    if (reading) facts[name] = withDates(reading);
  }
  const findings = audit(evidence, now).map((finding) => ({
    check: finding.check,
    outcome: finding.outcome,
    ...(finding.outcome === 'wrong' && { severity: finding.problem.severity }),
    ...(finding.outcome === 'unseen' && finding.at && { at: new Date(finding.at).toISOString() }),
  }));
  return { report: 1, extension, mailbox, facts, findings };
}

/** The same with every time (`at`, in ms) in ISO 8601. */
const withDates = (reading: object): object =>
  JSON.parse(JSON.stringify(reading), (key, value) =>
    key === 'at' ? new Date(value).toISOString() : value,
  );
