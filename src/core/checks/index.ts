import type { Check } from '../check.ts';
import { mailForwardedAway } from './mail-forwarded-away.ts';
import { popDeletionAllowed } from './pop-deletion-allowed.ts';
import { rulesForwardMail } from './rules-forward-mail.ts';
import { rulesHideMail } from './rules-hide-mail.ts';
import { rulesRemoveMail } from './rules-remove-mail.ts';
import { sentCopiesMissing } from './sent-copies-missing.ts';
import { storageNearlyFull } from './storage-nearly-full.ts';

/** Every check, in the order in which equal findings are shown. */
export const checks = [
  popDeletionAllowed,
  storageNearlyFull,
  rulesForwardMail,
  mailForwardedAway,
  rulesRemoveMail,
  rulesHideMail,
  sentCopiesMissing,
] as const;

export type CheckId = (typeof checks)[number]['id'];

/** The check of an id. */
export const checkOf = (id: CheckId): Check =>
  checks.find((check) => check.id === id) as unknown as Check;

export const checkIds = checks.map((check) => check.id);
