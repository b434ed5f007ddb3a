import type { Check } from '../check.ts';
import { rulesGuide } from '../guide.ts';
import { isWide, problemOf } from '../rules.ts';

/** Mail does not reach the Inbox: a receiving rule puts it into Spam or into a folder. */
export const rulesHideMail: Check<'rules-hide-mail', 'rules'> = {
  id: 'rules-hide-mail',
  needs: ['rules'],
  problem({ rules }) {
    return problemOf(rules, (rule) => {
      const { does } = rule;
      if (does.includes('spam')) return { severity: 'warning', variant: 'spam' };
      if (!does.includes('folder')) return undefined;
      if (does.includes('read')) return { severity: 'warning', variant: 'read' };
      return isWide(rule)
        ? { severity: 'warning', variant: 'everything' }
        : { severity: 'info', variant: 'sorted' };
    });
  },
  page: 'rules',
  guide: rulesGuide,
};
