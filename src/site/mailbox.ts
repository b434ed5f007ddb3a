import type { Place } from '../core/place.ts';
import { labelOf, namedOver } from './address-label.ts';
import {
  boxOf,
  classOf,
  closestTo,
  contains,
  elementAfter,
  elementBefore,
  findIn,
  outwards,
  tagOf,
} from './dom.ts';
import { panelAround } from './frame.ts';
import { namesOther, namesOwn } from './lexicon/index.ts';
import type { Entry } from './lexicon/lexicon.ts';
import type { Survey } from './survey.ts';
import { visibleBox, visibleText } from './visible.ts';

type Address = Survey['addresses'][number];

/** The height of the bar at the top in which an account button stands, in CSS pixels. */
const bar = 100;

/** What stands in a bar and is no account: tabs of mails, what is searched for, what pops up, a mail. */
const elsewhere =
  '[role="tab"], [role="tablist"], [role="search"], [role="alert"], [role="status"], [role="log"], [role="tooltip"], [aria-live], form, main, [role="main"], article, h1, h2, h3, h4';

/**
 * The mailbox's own address, where the page shows it beyond doubt: in the account's panel, on the
 * account's button in the top bar, or under its label on the Account Information page. `null` where
 * there is none, or more than one.
 */
export function addressOf(survey: Survey, place: Place): string | null {
  const own = survey.addresses.filter(
    (hit) =>
      (isInPanel(hit, survey) ||
        isInBar(hit, survey) ||
        (place === 'account-information' && isInAccount(hit, survey))) &&
      visibleBox(hit.element),
  );
  const [first, ...others] = new Set(own.map(({ meaning }) => meaning));
  return first !== undefined && others.length === 0 ? first : null;
}

/** Whether it is a name that stands before the address, or what the webmail calls it. */
const isPlain = ({ name, isBracketed }: Address) =>
  (name === '' || isBracketed || namesOwn(name)) && !namesOther(name);

function isInPanel(hit: Address, survey: Survey): boolean {
  const { left, width, top } = boxOf(hit.element);
  if (left + width < 0.4 * innerWidth || top > innerHeight || !isPlain(hit)) return false;
  return panelAround(hit.element, survey) !== undefined && !namesOther(labelOf(hit.element));
}

function isInBar(hit: Address, survey: Survey): boolean {
  const { element } = hit;
  if (!isUpperRight(element) || !isPlain(hit)) return false;
  if (closestTo(element, elsewhere) || namesOther(labelOf(element))) return false;
  // An account's own label vouches for a button; else it is that Settings or Sign out stands beside it.
  if (namesOwn(hit.name) && closestTo(element, 'button, [role="button"]')) return true;
  const signs = survey.entries.filter(
    (entry) => signposts.has(entry.meaning) && isUpperRight(entry.element),
  );
  let isBeside = false;
  for (const around of outwards(element)) {
    const box = boxOf(around);
    if (box.bottom > bar || box.height > bar || isOneOfMany(around, survey)) return false;
    isBeside ||= signs.some((sign) => contains(around, sign.element));
    // What is typed into the same field is searched for.
    if (!isBeside && findIn(around, 'input, textarea').length > 0) return false;
    if (isBeside && box.width > wide * innerWidth) return true;
  }
  return false;
}

const signposts: ReadonlySet<Entry> = new Set(['settings', 'account', 'sign-out']);

/** A bar over the page spans at least this share of the window; the head of a mail does not. */
const wide = 0.7;

function isUpperRight(element: Element): boolean {
  const { left, width, bottom } = boxOf(element);
  return bottom <= bar && left + width / 2 > innerWidth / 2;
}

/** In characters: what is longer is no name of a button, but maybe a subject. */
const long = 16;

/** Whether it is like its neighbours, as the tabs of mails are; buttons beside it have short names. */
function isOneOfMany(element: Element, { folders }: Survey): boolean {
  return [elementBefore(element), elementAfter(element)].some(
    (other) =>
      other !== null &&
      tagOf(other) === tagOf(element) &&
      classOf(other) === classOf(element) &&
      ((visibleText(other) ?? '').length > long ||
        folders.some((hit) => contains(other, hit.element))),
  );
}

function isInAccount(hit: Address, { entries }: Survey): boolean {
  const label = hit.name || labelOf(hit.element);
  const isHeading = (element: Element) =>
    entries.some((entry) => entry.meaning === 'account' && contains(element, entry.element));
  return namesOwn(label) && !hit.isBracketed && !namedOver(hit.element, isHeading).some(namesOther);
}
