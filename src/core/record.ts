import { audit, wrongOf } from './audit.ts';
import type { CheckId } from './checks/index.ts';
import { type Known, learn } from './facts.ts';
import { afterMisses, type Misses } from './misses.ts';
import type { Accepted, MailboxRecord, Told, Warned } from './schemas.ts';
import { shareOf } from './storage.ts';
import { day, dueFinding, dueWarning, fadedWarning, stillTold } from './warning.ts';

/** A record, and the key that it is stored under. */
export interface Kept {
  key: string;
  record: MailboxRecord;
}

/** In ms: how far ahead a clock may be. */
const leeway = 60_000;

/**
 * What is kept, without what claims to come from the future: it would be believed until then, whatever
 * is seen meanwhile.
 */
export function withoutFuture<Any extends { known: Known; warned?: Warned; told?: Told }>(
  kept: Any,
  now: number,
): Any {
  const isPast = ({ at }: { at: number }) => at <= now + leeway;
  const readings = Object.entries(kept.known).filter(([, reading]) => isPast(reading));
  const past = { ...kept, known: Object.fromEntries(readings) };
  if (past.warned && !isPast(past.warned)) delete past.warned;
  if (past.told && !Object.values(past.told).every(isPast)) delete past.told;
  return past;
}

/** What is kept of a mailbox after one more look at the webmail. */
export function afterLook(
  record: MailboxRecord,
  fresh: Known,
  now: number,
  missed?: Misses,
): MailboxRecord {
  const known = learn(record.known, fresh);
  const misses = afterMisses(record.misses, missed, known);
  const { misses: _, warned, told, ...others } = { ...record, known };
  const rest = { ...others, ...(misses && { misses }) };
  const share = shareIn(rest);
  const faded = warned && share !== undefined ? fadedWarning(share, warned) : warned;
  const left = told && stillTold(told, audit(rest, now));
  return { ...rest, ...(faded && { warned: faded }), ...(left && { told: left }) };
}

const shareIn = ({ known: { storage } }: Pick<MailboxRecord, 'known'>): number | undefined =>
  storage && 'value' in storage ? shareOf(storage.value) : undefined;

/** What the page is to speak up about now, if anything; the storage goes before all else. */
export function dueIn(record: MailboxRecord, now: number): CheckId | undefined {
  const share = shareIn(record);
  if (share !== undefined && dueWarning(share, record.warned, now)) return 'storage-nearly-full';
  return dueFinding(wrongOf(audit(record, now)), record.told, now)?.check;
}

/**
 * The record once the page has spoken up about a check, and whether it is to do so. `asked` is when the
 * tab asked, in ms: to who asks a second time it is said again.
 */
export function afterWarning(
  record: MailboxRecord,
  check: CheckId,
  asked: number,
): { record: MailboxRecord; isDue: boolean } {
  const isStorage = check === 'storage-nearly-full';
  const before = isStorage ? record.warned : record.told?.[check];
  if (before?.at === asked) return { record, isDue: true };
  const after = isStorage ? withWarned(record, asked) : withTold(record, check, asked);
  return { record: after ?? record, isDue: after !== undefined };
}

function withWarned(record: MailboxRecord, at: number): MailboxRecord | undefined {
  const share = shareIn(record);
  const level = share === undefined ? undefined : dueWarning(share, record.warned, at);
  return level && { ...record, warned: { level, at } };
}

function withTold(record: MailboxRecord, check: CheckId, at: number): MailboxRecord | undefined {
  const wrong = wrongOf(audit(record, at)).filter((one) => one.check === check);
  const severity = dueFinding(wrong, record.told, at)?.problem.severity;
  return severity && { ...record, told: { ...record.told, [check]: { severity, at } } };
}

/** The record after the user asked to be told of a check again tomorrow. */
export function afterLater(record: MailboxRecord, check: CheckId, now: number): MailboxRecord {
  const { warned, told } = record;
  const again = now + day;
  if (check === 'storage-nearly-full')
    return warned ? { ...record, warned: { ...warned, again } } : record;
  const one = told?.[check];
  return one ? { ...record, told: { ...told, [check]: { ...one, again } } } : record;
}

/** The accepted rules after the user has said that he knows about one, or wants to hear of it again. */
export function afterWord(
  accepted: Accepted | undefined,
  { mark, known }: { mark: string; known?: { days: number | null; reason: string } },
  now: number,
): Accepted {
  const { [mark]: _, ...others } = accepted ?? {};
  if (!known) return others;
  const reason = known.reason.trim();
  return {
    ...others,
    [mark]: {
      at: now,
      ...(known.days !== null && { until: now + known.days * day }),
      ...(reason && { reason }),
    },
  };
}

/** When something of a mailbox was last seen, in ms; 0 if nothing was. */
export const lastSeen = ({ known }: MailboxRecord): number =>
  Math.max(0, ...Object.values(known).map(({ at }) => at));
