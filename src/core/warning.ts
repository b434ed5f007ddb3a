/** When the page itself speaks up: above 90 %, once for each level, and only on the way up. */
import type { Warned } from './schemas.ts';
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
