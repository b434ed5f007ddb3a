/** The application's own frame of navigation: the column of folders, and the account's panel. */
import { boxOf, closestTo, contains, findAll, outwards, parentOf } from './dom.ts';
import type { Hit, Survey } from './survey.ts';
import { visibleBox } from './visible.ts';

const landmarks = 'nav, aside, [role="navigation"], [role="complementary"]';

/** Where the column of folders stands: its element, and its left and right edge in the window. */
export interface Column {
  element: Element;
  left: number;
  right: number;
  /** The part of it that lists the folders. */
  list: Element | undefined;
}

/** A column is narrow: at most this share of the window, whatever its width. */
const narrow = 0.45;

/** How far from the left edge a column may begin, as a share of the window. */
const leftmost = 0.25;

/** The column of folders, by the folders' names; where these are not known, by its landmark. */
export function columnOf(document: Document, survey: Survey): Column | undefined {
  const lists = folderLists(survey);
  const starts = lists.length > 0 ? lists : [...findAll(document, landmarks)].slice(0, 20);
  for (const start of starts) {
    if (holdsMail(start, survey) || !visibleBox(start)) continue;
    const wide = widest(start, survey);
    const { left, right } = boxOf(wide);
    if (left > leftmost * innerWidth) continue;
    const list = lists.length > 0 ? start : undefined;
    if (right - left <= narrow * innerWidth) return { element: wide, left, right, list };
    const landmark = closestTo(start, landmarks);
    if (list && landmark && !holdsMail(landmark, survey)) {
      return { element: landmark, left, right, list };
    }
  }
  return undefined;
}

/** The smallest elements that name two different folders, Inbox among them, the leftmost first. */
function folderLists({ folders, mail }: Survey): Element[] {
  const others = folders.filter((hit) => hit.meaning !== 'inbox');
  const lists = folders
    .filter((hit) => hit.meaning === 'inbox')
    .flatMap((inbox) => {
      for (const element of [...outwards(inbox.element)].slice(0, 10)) {
        if (mail.some((part) => contains(element, part))) return [];
        if (others.some((hit) => contains(element, hit.element))) return [element];
      }
      return [];
    });
  return [...new Set(lists)].sort((a, b) => boxOf(a).left - boxOf(b).left);
}

/** The largest ancestor that still is narrow and holds no mail. */
function widest(element: Element, survey: Survey): Element {
  let best = element;
  for (const at of outwards(element)) {
    if (boxOf(at).width > narrow * innerWidth || holdsMail(at, survey)) break;
    best = at;
  }
  return best;
}

export function holdsMail(element: Element, { mail }: Survey): boolean {
  return mail.some((part) => contains(element, part));
}

/**
 * The account's panel around an element: a small block at the upper right in which one can sign out
 * or open the account's settings, and in which no mail stands.
 */
export function panelAround(element: Element, survey: Survey): Element | undefined {
  const exits = survey.entries.filter(isAccount);
  for (const around of outwards(parentOf(element) ?? element)) {
    const box = boxOf(around);
    if (box.width > 0.6 * innerWidth || box.height > 0.95 * innerHeight) return undefined;
    if (holdsMail(around, survey)) return undefined;
    if (!exits.some((hit) => contains(around, hit.element))) continue;
    const isUpperRight = box.left + box.width / 2 > innerWidth / 2 && box.top < innerHeight / 2;
    return isUpperRight && floats(around, box) ? around : undefined;
  }
  return undefined;
}

/** Whether something else lies under the middle of an element; what is part of the page's flow covers nothing. */
function floats(element: Element, box: DOMRect): boolean {
  const under = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return under.some((other) => !contains(element, other) && !contains(other, element));
}

const isAccount = (hit: Hit<string>) => hit.meaning === 'sign-out' || hit.meaning === 'account';
