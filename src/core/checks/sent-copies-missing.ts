import type { Check } from '../check.ts';
import { settingGuide } from '../guide.ts';

/** Sent mail is missing in Sent: copies are not kept of mail from clients, from the webmail, or of any. */
export const sentCopiesMissing: Check<'sent-copies-missing', 'sentCopies'> = {
  id: 'sent-copies-missing',
  needs: ['sentCopies'],
  problem({ sentCopies: { webmail, clients } }) {
    if (webmail && clients) return undefined;
    if (webmail) return { severity: 'warning', variant: 'clients' };
    if (clients) return { severity: 'warning', variant: 'webmail' };
    return { severity: 'critical', variant: 'neither' };
  },
  page: 'sending',
  guide: settingGuide(
    'sending',
    'save-to-sent',
    'sentCopies',
    ({ webmail, clients }) => webmail && clients,
  ),
};
