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

/** The column of folders, by the folders' names; where these are not known, by its landmark. */
export function columnOf(document: Document, survey: Survey): Column | undefined {
  const list = folderList(survey);
  const start = list ? [list] : [...findAll(document, landmarks)].slice(0, 20);
  for (const element of start) {
    if (holdsMail(element, survey) || !visibleBox(element)) continue;
    const wide = widest(element, survey);
    const { left, right } = boxOf(wide);
    const fits = right - left <= narrow * innerWidth && left < 0.25 * innerWidth;
    const landmark = closestTo(wide, landmarks) ?? closestTo(element, landmarks);
    if (fits || (list && landmark && !holdsMail(landmark, survey))) {
      return { element: fits ? wide : (landmark as Element), left, right, list };
    }
  }
  return undefined;
}

/** The smallest element that names two different folders, Inbox among them. */
function folderList({ folders, mail }: Survey): Element | undefined {
  let best: { element: Element; height: number } | undefined;
  for (const inbox of folders.filter((hit) => hit.meaning === 'inbox')) {
    const others = folders.filter((hit) => hit.meaning !== 'inbox');
    let height = 0;
    for (const element of outwards(inbox.element)) {
      if (++height > 10 || mail.some((part) => contains(element, part))) break;
      if (others.some((hit) => contains(element, hit.element))) {
        if ((!best || height < best.height) && visibleBox(element)) best = { element, height };
        break;
      }
    }
  }
  return best?.element;
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
    return box.left + box.width / 2 > innerWidth / 2 && box.top < innerHeight / 2
      ? around
      : undefined;
  }
  return undefined;
}

const isAccount = (hit: Hit<string>) => hit.meaning === 'sign-out' || hit.meaning === 'account';
