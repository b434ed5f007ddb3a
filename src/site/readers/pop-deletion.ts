import type { Facts } from '../../core/facts.ts';
import { nameIn, popDeletionOf } from '../lexicon/index.ts';
import { isVouchedFor, type Setting, settingsNamed, statedOf } from '../setting.ts';
import type { Survey } from '../survey.ts';
import { visibleBox } from '../visible.ts';
import type { Seen } from './seen.ts';

const isValue = (text: string) => popDeletionOf(nameIn(text)) !== undefined;

/** Reads "Deletion by Receiving Software" on the POP settings page. */
export function readPopDeletion(survey: Survey): Seen<Facts['popDeletion']> | undefined {
  const settings = settingsNamed(survey, 'pop-deletion', isValue);
  const [setting] = settings;
  const off = switchedOff(survey, setting);
  if (off) return { error: 'switched-off', element: setting?.choice.element ?? off };
  // A label that itself forbids turns the values round, and nobody has seen which way.
  const reversed = survey.labels.find(
    (hit) => hit.meaning === 'pop-deletion-forbidden' && visibleBox(hit.element),
  );
  if (reversed) return { error: 'unknown-value', element: reversed.element };
  if (!setting) return undefined;
  const { element, chosen, word } = setting.choice;
  if (settings.length > 1) return { error: 'conflict', element };
  if (chosen === undefined) return { error: 'no-value', element };
  const value =
    typeof chosen === 'string' ? popDeletionOf(nameIn(chosen)) : chosen ? 'allowed' : 'not-allowed';
  const inner = word ? popDeletionOf(nameIn(word)) : undefined;
  if (!value || (inner && inner !== value) || !isVouchedFor(setting, survey, 'pop')) {
    return { error: 'unknown-value', element };
  }
  // What is in effect may stand beside what is being chosen.
  const stated = statedOf(survey, 'pop-deletion', isValue);
  if (stated.some((text) => popDeletionOf(nameIn(text)) !== value))
    return { error: 'conflict', element };
  return { value, element };
}

/** Where the page says that POP, or every client, is off. */
function switchedOff(survey: Survey, setting: Setting | undefined): Element | undefined {
  const notice = survey.notices.find((hit) => hit.meaning === 'pop-off' && visibleBox(hit.element));
  if (notice) return notice.element;
  if (setting && !setting.choice.disabled) return undefined;
  const [service, ...others] = settingsNamed(survey, 'pop-service', isValue);
  return service && others.length === 0 && service.choice.chosen === false
    ? service.choice.element
    : undefined;
}
