import { audit, type Evidence } from './audit.ts';
import { type FactName, factNames } from './facts.ts';
import type { Miss } from './misses.ts';
import { lineOf } from './skeleton.ts';
import { day } from './warning.ts';

export interface ReportMailbox {
  host: string;
  /** Masked. */
  address: string | null;
}

/** In characters: a report is no longer than this, unless there are very many rules. */
const longest = 8000;

/**
 * What a help desk needs to know, and nothing that is personal: no text of the page, no whole
 * address. Times are in ISO 8601, ages in whole days, sizes in bytes.
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
  const made = (lines: number) => ({
    report: 1,
    extension,
    mailbox,
    facts,
    findings,
    fields: Object.fromEntries(
      factNames.map((name) => [name, fieldOf(name, evidence, now, lines)]),
    ),
  });
  // The parts that were not understood share what room there is.
  let lines = 150;
  while (lines > 0 && JSON.stringify(made(lines), null, 2).length > longest)
    lines = Math.floor(lines * 0.9);
  return made(lines);
}

/** What became of one fact: what the last look at it gave, and what was tried where it gave nothing. */
function fieldOf(name: FactName, { known, misses }: Evidence, now: number, lines: number) {
  const reading = known[name];
  const miss = misses?.[name];
  const outcome = reading ? ('error' in reading ? reading.error : 'read') : 'unseen';
  return {
    outcome,
    ...(reading && timesOf(reading.at, now)),
    ...(miss && { missed: missedOf(miss, now, lines) }),
  };
}

function missedOf({ at, skeleton, error, ...rest }: Miss, now: number, lines: number) {
  const told = skeleton.slice(0, lines);
  if (told.length < skeleton.length) told.push(lineOf(0, 'more'));
  return { reason: error, ...timesOf(at, now), ...rest, skeleton: told };
}

const timesOf = (at: number, now: number) => ({
  at: new Date(at).toISOString(),
  days: Math.max(0, Math.floor((now - at) / day)),
});

/** The same with every time (`at`, in ms) in ISO 8601. */
const withDates = (reading: object): object =>
  JSON.parse(JSON.stringify(reading), (key, value) =>
    key === 'at' ? new Date(value).toISOString() : value,
  );
