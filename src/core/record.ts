import { type Known, learn } from './facts.ts';
import type { Accepted, MailboxRecord, Warned } from './schemas.ts';
import { shareOf } from './storage.ts';
import { day, fadedWarning } from './warning.ts';

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
export function withoutFuture<Any extends { known: Known; warned?: Warned }>(
  kept: Any,
  now: number,
): Any {
  const isPast = ({ at }: { at: number }) => at <= now + leeway;
  const readings = Object.entries(kept.known).filter(([, reading]) => isPast(reading));
  const past = { ...kept, known: Object.fromEntries(readings) };
  if (past.warned && !isPast(past.warned)) delete past.warned;
  return past;
}

/** What is kept of a mailbox after one more look at the webmail. */
export function afterLook(record: MailboxRecord, fresh: Known): MailboxRecord {
  const known = learn(record.known, fresh);
  const { warned, ...rest } = { ...record, known };
  const share =
    known.storage && 'value' in known.storage ? shareOf(known.storage.value) : undefined;
  const faded = warned && share !== undefined ? fadedWarning(share, warned) : warned;
  return faded ? { ...rest, warned: faded } : rest;
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
