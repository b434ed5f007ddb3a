import type { Check } from '../check.ts';
import { forwardingGuide } from '../guide.ts';
import { isOwn } from '../rules.ts';

/** All mail is sent on to another address by the mailbox's own forwarding. */
export const mailForwardedAway: Check<'mail-forwarded-away', 'forwarding'> = {
  id: 'mail-forwarded-away',
  needs: ['forwarding'],
  problem({ forwarding: { to, keepsCopy } }, context) {
    if (to.length === 0) return undefined;
    const domains = to;
    if (to.every((domain) => isOwn(domain, context))) {
      return keepsCopy === false
        ? { severity: 'warning', variant: 'inside_gone', domains }
        : { severity: 'info', variant: 'inside', domains };
    }
    if (keepsCopy === false) return { severity: 'critical', variant: 'gone', domains };
    return context.own.length === 0
      ? { severity: 'warning', variant: 'unknown', domains }
      : { severity: 'critical', variant: 'outside', domains };
  },
  page: 'forwarding',
  guide: forwardingGuide,
};
