import { audit, wrongOf } from './audit.ts';
import type { CheckId } from './checks/index.ts';
import { type Known, learn } from './facts.ts';
import { afterMisses, type Misses } from './misses.ts';
import type { Accepted, MailboxRecord } from './schemas.ts';
import { shareOf } from './storage.ts';
import { day, dueFinding, dueWarning, fadedWarning, stillTold } from './warning.ts';

/** A record, and the key that it is stored under. */
export interface Kept {
  key: string;
  record: MailboxRecord;
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

/** The record once the page has spoken up about a check; the same where there was no need to. */
export function afterWarning(record: MailboxRecord, check: CheckId, now: number): MailboxRecord {
  const share = shareIn(record);
  const level = share === undefined ? undefined : dueWarning(share, record.warned, now);
  if (check === 'storage-nearly-full')
    return level ? { ...record, warned: { level, at: now } } : record;
  const due = dueFinding(
    wrongOf(audit(record, now)).filter((one) => one.check === check),
    record.told,
    now,
  );
  if (!due) return record;
  const { severity } = due.problem;
  return { ...record, told: { ...record.told, [check]: { severity, at: now } } };
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
