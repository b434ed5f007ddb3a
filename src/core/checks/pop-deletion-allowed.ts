import type { Check } from '../check.ts';
import { settingGuide } from '../guide.ts';

/** Mail vanishes from the webmail: a POP client may remove it from the server after fetching it. */
export const popDeletionAllowed: Check<'pop-deletion-allowed', 'popDeletion'> = {
  id: 'pop-deletion-allowed',
  needs: ['popDeletion'],
  problem({ popDeletion }) {
    return popDeletion === 'allowed' ? { severity: 'critical', variant: 'allowed' } : undefined;
  },
  page: 'pop',
  guide: settingGuide('pop', 'pop-deletion', 'popDeletion', (value) => value === 'not-allowed'),
};
