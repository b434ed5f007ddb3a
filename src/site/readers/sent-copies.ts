import type { Facts } from '../../core/facts.ts';
import { nameIn, sentCopiesOf } from '../lexicon/index.ts';
import type { SentCopies } from '../lexicon/lexicon.ts';
import { isVouchedFor, settingsNamed, statedOf } from '../setting.ts';
import type { Survey } from '../survey.ts';
import type { Seen } from './seen.ts';

/** The four values are two bits: are copies kept of mail from the webmail, and from clients? */
export const bits: Record<SentCopies, Facts['sentCopies']> = {
  both: { webmail: true, clients: true },
  webmail: { webmail: true, clients: false },
  clients: { webmail: false, clients: true },
  neither: { webmail: false, clients: false },
};

const isValue = (text: string) => sentCopiesOf(nameIn(text)) !== undefined;

/** Reads "Save to Sent Email" on the Receiving and Sending page, by the words of its value. */
export function readSentCopies(survey: Survey): Seen<Facts['sentCopies']> | undefined {
  const [setting, ...others] = settingsNamed(survey, 'save-to-sent', isValue);
  if (!setting) return undefined;
  const { element, chosen } = setting.choice;
  if (others.length > 0) return { error: 'conflict', element };
  if (chosen === undefined) return { error: 'no-value', element };
  const meaning = typeof chosen === 'string' ? sentCopiesOf(nameIn(chosen)) : undefined;
  const stated = statedOf(survey, 'save-to-sent', isValue);
  if (stated.some((text) => sentCopiesOf(nameIn(text)) !== meaning))
    return { error: 'conflict', element };
  return meaning && isVouchedFor(setting, survey, 'sending')
    ? { value: bits[meaning], element }
    : { error: 'unknown-value', element };
}
