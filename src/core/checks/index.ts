import { storageNearlyFull } from './storage-nearly-full.ts';

/** Every check, in the order in which equal findings are shown. */
export const checks = [storageNearlyFull] as const;

export type CheckId = (typeof checks)[number]['id'];
export const checkIds = checks.map((check) => check.id);
