import type { Check, Severity } from '../check.ts';
import { comfortable, levelOf, type StorageLevel, shareOf } from '../storage.ts';

const severities: Record<Exclude<StorageLevel, 'comfortable'>, Severity> = {
  filling: 'info',
  high: 'warning',
  critical: 'critical',
  full: 'critical',
};

/** Storage runs out: from 80 % on; when it is full, new mail is refused and senders get a 552. */
export const storageNearlyFull: Check<'storage-nearly-full', 'storage'> = {
  id: 'storage-nearly-full',
  needs: ['storage'],
  problem({ storage }) {
    const share = shareOf(storage);
    const level = share === undefined ? 'comfortable' : levelOf(share);
    return level === 'comfortable' ? undefined : { severity: severities[level], variant: level };
  },
  guide: [
    {
      field: 'storage-indicator',
      until({ known: { storage } }) {
        if (!storage || 'error' in storage) return false;
        return (shareOf(storage.value) ?? 0) < comfortable;
      },
    },
  ],
};
