import type { Storage } from './facts.ts';

/** Below this share nothing is said: the level that cleaning up aims at. */
export const comfortable = 0.8;

/** How grave a share of used storage is. */
export type StorageLevel = 'comfortable' | 'filling' | 'high' | 'critical' | 'full';

const levels: readonly [from: number, level: StorageLevel][] = [
  [1, 'full'],
  [0.95, 'critical'],
  [0.900001, 'high'],
  [comfortable, 'filling'],
];

/** The used share of the storage, 1 = full; `undefined` where there is no limit. */
export function shareOf(storage: Storage): number | undefined {
  if ('share' in storage) return storage.share;
  return storage.total === null ? undefined : storage.used / storage.total;
}

/** The level of a share: from 80 % filling, above 90 % high, from 95 % critical, from 100 % full. */
export function levelOf(share: number): StorageLevel {
  // Sizes come from decimals of a display; a millionth is far below what any of them shows.
  const rounded = Math.round(share * 1e6) / 1e6;
  return levels.find(([from]) => rounded >= from)?.[1] ?? 'comfortable';
}

/** Bytes that are free; `undefined` where the page does not say or there is no limit. */
export function freeOf(storage: Storage): number | undefined {
  if ('share' in storage || storage.total === null) return undefined;
  return Math.max(0, storage.total - storage.used);
}

/** Bytes that must go before the share is under 80 % again; `undefined` as in `freeOf`. */
export function surplusOf(storage: Storage): number | undefined {
  if ('share' in storage || storage.total === null) return undefined;
  return Math.max(0, storage.used - comfortable * storage.total);
}
