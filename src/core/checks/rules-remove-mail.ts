import type { Check } from '../check.ts';
import { rulesGuide } from '../guide.ts';
import { isWide, problemOf } from '../rules.ts';

/** Mail is deleted, refused or put into Deleted by a receiving rule before anybody reads it. */
export const rulesRemoveMail: Check<'rules-remove-mail', 'rules'> = {
  id: 'rules-remove-mail',
  needs: ['rules'],
  problem({ rules }) {
    return problemOf(rules, (rule) => {
      const variant = (['delete', 'reject', 'trash'] as const).find((one) =>
        rule.does.includes(one),
      );
      return variant && { severity: isWide(rule) ? 'critical' : 'warning', variant };
    });
  },
  page: 'rules',
  guide: rulesGuide,
};
