import { boxOf, contains, outwards } from './dom.ts';
import { panelAround } from './frame.ts';
import type { Survey } from './survey.ts';
import { visibleBox } from './visible.ts';

/** The height of the bar at the top in which an account button stands, in CSS pixels. */
const bar = 100;

/**
 * The mailbox's own address, where the page shows it beyond doubt: in the account's panel, or in the
 * top bar beside Settings or Sign out. `null` where there is none, or more than one.
 */
export function addressOf(survey: Survey): string | null {
  const own = survey.addresses.filter(
    ({ element }) =>
      visibleBox(element) && (panelAround(element, survey) || isInBar(element, survey)),
  );
  const [first, ...others] = new Set(own.map(({ meaning }) => meaning));
  return first !== undefined && others.length === 0 ? first : null;
}

function isInBar(element: Element, { entries }: Survey): boolean {
  for (const around of outwards(element)) {
    const box = boxOf(around);
    if (box.bottom > bar || box.height > bar) return false;
    if (entries.some((hit) => contains(around, hit.element))) return true;
  }
  return false;
}
