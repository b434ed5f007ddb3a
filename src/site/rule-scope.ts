/** Where on the page the receiving rules stand. */
import { closestTo, contains } from './dom.ts';
import { isHeading, passedOver } from './drawn.ts';
import { isCurrent, settingsNavigation } from './place.ts';
import type { Survey } from './survey.ts';
import { visibleBox } from './visible.ts';

/** Where the rules stand: behind their page's heading, and before that of the next section. */
export interface Scope {
  root: Element;
  has(element: Element): boolean;
}

export function scopeOf(document: Document, survey: Survey): Scope | undefined {
  const navigation = settingsNavigation(survey);
  const headings = survey.pages.filter(
    ({ element }) =>
      (isHeading(element) || !(navigation && contains(navigation, element))) &&
      !closestTo(element, 'a, nav, [role="navigation"], [role="tab"]') &&
      visibleBox(element) !== undefined,
  );
  const chosen = survey.pages.find(
    ({ meaning, element }) => meaning === 'rules' && isCurrent(element) && visibleBox(element),
  )?.element;
  const list = chosen && closestTo(chosen, '[role="tablist"], nav, ul, ol');
  const heading = headings.find(({ meaning }) => meaning === 'rules')?.element ?? list ?? chosen;
  if (!heading) return undefined;
  const next = headings.find(
    ({ meaning, element }) => meaning !== 'rules' && isBehind(heading, element),
  )?.element;
  const root = document.body;
  return {
    root,
    has: (element) =>
      isBehind(heading, element) &&
      !(next && (isBehind(next, element) || contains(element, next))) &&
      !(navigation && !contains(navigation, heading) && contains(navigation, element)) &&
      !closestTo(element, passedOver),
  };
}

export const isBehind = (one: Element, other: Element) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
  !contains(one, other);
