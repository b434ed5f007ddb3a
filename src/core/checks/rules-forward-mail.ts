import type { Check } from '../check.ts';
import { rulesGuide } from '../guide.ts';
import { isOwn, problemOf } from '../rules.ts';

/** Mail is sent on to somebody else by a receiving rule. */
export const rulesForwardMail: Check<'rules-forward-mail', 'rules'> = {
  id: 'rules-forward-mail',
  needs: ['rules'],
  problem({ rules }, context) {
    return problemOf(rules, ({ does, to }) => {
      if (!does.includes('forward')) return undefined;
      // Whose the address is cannot be told where it is not shown, or where no own domain is known.
      if (to.length === 0) return { severity: 'warning', variant: 'somewhere' };
      if (to.every((domain) => isOwn(domain, context)))
        return { severity: 'info', variant: 'inside' };
      return context.own.length === 0
        ? { severity: 'warning', variant: 'unknown' }
        : { severity: 'critical', variant: 'outside' };
    });
  },
  page: 'rules',
  guide: rulesGuide,
};
