/** Gets a tab from page to page of the webmail's settings. */
import type { SettingsPage } from '../core/place.ts';
import { isComposing, type Leg, press } from '../site/signposts.ts';
import type { Visit } from './visit.ts';

/** The control that a settings page is opened for. */
const fields = { pop: 'pop-deletion', sending: 'save-to-sent', forwarding: 'forwarding' } as const;

/** Whether a settings page stands in the tab. */
export function isShown({ seen }: Visit, page: SettingsPage): boolean {
  if (!seen || seen.page === page) return seen !== undefined;
  if (page === 'rules') return seen.rules !== undefined;
  if (page === 'account') return seen.place === 'account-information';
  return seen.fields[fields[page]] !== undefined;
}

/** What a way is remembered as, among those that were tried. */
export const nameOf = (leg: Leg): string => (leg.by === 'path' ? leg.path : 'entry');

/**
 * Takes one way. An entry is pressed at once. A path is gone to when the background has heard all
 * (Firefox calls it an error when a page goes while an answer is still on its way) and only if by then
 * it is still wanted and no mail was begun.
 */
export function depart(
  visit: Visit,
  leg: Leg,
  kept: Promise<unknown>,
  isStill: () => boolean,
): void {
  if (leg.by === 'entry') {
    press(leg.element);
    return;
  }
  void Promise.all([visit.told, kept])
    .then(() => visit.told)
    .then(() => {
      if (isStill() && !isComposing(document, visit.lookAgain())) location.assign(leg.path);
    });
}
