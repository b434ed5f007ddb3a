/**
 * When the page itself speaks up. Of the storage above 90 %, once for each level, and only on the way up;
 * of anything else that is wrong once, unless it gets worse, or was right meanwhile.
 */
import type { Finding, Wrong } from './audit.ts';
import { gravityOf } from './check.ts';
import type { Told, Warned } from './schemas.ts';
import { levelOf } from './storage.ts';

export const warningLevels = ['high', 'critical', 'full'] as const;
export type WarningLevel = (typeof warningLevels)[number];

export const day = 24 * 60 * 60 * 1000;

/** The share must fall this far below a level before that level is warned of again. */
const hysteresis = 0.03;

const rank = (level: WarningLevel) => warningLevels.indexOf(level);

function warningLevelOf(share: number): WarningLevel | undefined {
  const level = levelOf(share);
  return warningLevels.find((name) => name === level);
}

/** The level of which the user is to be warned now, if any. A full mailbox is said again each day. */
export function dueWarning(
  share: number,
  warned: Warned | undefined,
  now: number,
): WarningLevel | undefined {
  const level = warningLevelOf(share);
  if (!level || !warned || rank(level) > rank(warned.level)) return level;
  if (rank(level) < rank(warned.level)) return undefined;
  const again = Math.min(warned.again ?? Infinity, level === 'full' ? warned.at + day : Infinity);
  return now >= again ? level : undefined;
}

/** What remains of a warning once the share has fallen. */
export function fadedWarning(share: number, warned: Warned): Warned | undefined {
  const level = warningLevelOf(share + hysteresis);
  if (!level) return undefined;
  return rank(level) < rank(warned.level) ? { ...warned, level } : warned;
}

/** The gravest finding that the user is to be told of now, if any; a mere note is not worth a word. */
export function dueFinding(
  wrong: readonly Wrong[],
  told: Told | undefined,
  now: number,
): Wrong | undefined {
  return wrong.find(({ check, problem: { severity } }) => {
    if (check === 'storage-nearly-full' || severity === 'info') return false;
    const before = told?.[check];
    if (!before || gravityOf(severity) > gravityOf(before.severity)) return true;
    return now >= (before.again ?? Infinity);
  });
}

/** What remains of what was told: a thing that was put right is told anew if it goes wrong again. */
export function stillTold(told: Told, findings: readonly Finding[]): Told | undefined {
  const isRight = (check: string) =>
    findings.some((one) => one.check === check && ['fine', 'accepted'].includes(one.outcome));
  const left = Object.entries(told).filter(([check]) => !isRight(check));
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}
