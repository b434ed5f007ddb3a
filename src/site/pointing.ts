/** What lies under the user's pointer when he points something out, and what is learned from it. */
import type { SettingLesson, StorageLesson, Teachable } from '../core/lessons.ts';
import { boxOf, closestTo, contains, outwards } from './dom.ts';
import type { Survey } from './survey.ts';
import type { Cut } from './taught-line.ts';

/** Something that can be pointed out: what the ring encloses, and what is said of it. */
export interface Candidate {
  element: Element;
  text: string;
}

/** Why something cannot be taught. */
export type Refusal =
  | 'mail'
  | 'nothing'
  | 'words'
  | 'place'
  | 'twice'
  | 'touched'
  | 'other'
  | 'value';

/** What was pointed out, but for its meaning, which only the user can say. */
export type Pointed = { element: Element; text: string } & (
  | (Omit<SettingLesson, 'values'> & { shown: string; value: string })
  | (Omit<StorageLesson, 'slots'> & { cut: Cut })
);

/** How one fact is pointed out on a page as it is now. */
export interface Pointing {
  fact: Teachable;
  /** All that can be pointed out, in the order of the page. */
  candidates: Candidate[];
  /** What is meant by pointing at an element. */
  at(element: Element): Candidate | Refusal;
  /** What is learned from a candidate. */
  take(candidate: Candidate): Pointed | Refusal;
}

/** The page's own element at a point of the window, below our layer. */
export const elementAt = (x: number, y: number): Element | undefined =>
  document
    .elementsFromPoint(x, y)
    .find((element) => !element.shadowRoot?.querySelector('[data-mailmend]'));

const mail =
  'article, iframe, frame, textarea, [contenteditable]:not([contenteditable="false"]), [role="article"], [role="textbox"]';

/** Whether an element belongs to mail, which can say anything. */
export const isMail = (element: Element, survey: Survey): boolean =>
  closestTo(element, mail) !== null || survey.mail.some((part) => contains(part, element));

/** Scrolls the pane that an element lies in, as a wheel over it would. */
export function scrollAt(element: Element, left: number, top: number): void {
  for (const at of outwards(element)) {
    const style = getComputedStyle(at);
    const scrolls = /auto|scroll/.test(style.overflowY + style.overflowX);
    if (scrolls && (at.scrollHeight > at.clientHeight || at.scrollWidth > at.clientWidth)) {
      at.scrollBy(left, top);
      return;
    }
  }
  scrollBy(left, top);
}

/** The candidate nearest to another in a direction, as the arrow keys mean it. */
export function nearestIn<T extends { element: Element }>(
  all: readonly T[],
  from: T,
  [x, y]: readonly [number, number],
): T | undefined {
  const middle = ({ element }: T) => {
    const { left, top, width, height } = boxOf(element);
    return [left + width / 2, top + height / 2] as const;
  };
  const [left, top] = middle(from);
  let best: { one: T; distance: number } | undefined;
  for (const one of all) {
    const [dx, dy] = [middle(one)[0] - left, middle(one)[1] - top];
    const ahead = dx * x + dy * y;
    const aside = Math.abs(dx * y) + Math.abs(dy * x);
    if (one.element === from.element || ahead < 2) continue;
    const distance = ahead + 2 * aside;
    if (!best || distance < best.distance) best = { one, distance };
  }
  return best?.one;
}
