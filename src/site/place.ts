import type { Sign } from '../core/misses.ts';
import { isInside, type Place, placeOfAddress } from '../core/place.ts';
import { boxOf, byId, closestTo, contains, find, matches, outwards } from './dom.ts';
import type { Page } from './lexicon/lexicon.ts';
import type { Survey } from './survey.ts';
import { visibleBox } from './visible.ts';

/** Sign-in forms that were seen on the webmail's own pages; asked for by id, which costs nothing. */
const signInIds = [
  'ding-login-iframe',
  'login_submit_btn',
  'rc-tabs-0-panel-ACCOUNT_PASSWORD',
  'alibaba-login-box',
];

const signInForm = (document: Document, { mail }: Survey): Element | undefined =>
  signInIds.map((id) => byId(document, id)).find((form) => form !== null) ??
  mail.find((frame) => matches(frame, 'iframe.login_panel_iframe'));
const oldWebmail = '.treenode_item_text_sel, .maillist_item_wrap';

/** Where the user is: by the address, then by what stands on the page. */
export function placeOf(document: Document, survey: Survey): Place {
  const place = placeOfAddress(document.location);
  const form = signInForm(document, survey);
  // It may stand over the application, whose session has ended.
  if (form && visibleBox(form) && !closestTo(form, 'article')) return 'signed-out';
  if (place === 'unrecognised' && /^\/alimail\//.test(document.location.pathname)) {
    return find(document, oldWebmail) ? 'old' : place;
  }
  if (place === 'settings' && isInside(place) && showsAccount(survey)) return 'account-information';
  return place;
}

/** A settings navigation beside its page takes at most this share of the window's width. */
const narrow = 0.45;

/** The settings' own navigation: the box around the smallest element that names three settings pages. */
export function settingsNavigation({ pages }: Survey): Element | undefined {
  const shown = pages.filter(({ element }) => visibleBox(element));
  const lists = shown.flatMap(({ element: start }) => {
    for (const element of [...outwards(start)].slice(0, 10)) {
      const names = shown.filter((hit) => contains(element, hit.element)).map(({ name }) => name);
      if (new Set(names).size >= 3) return [element];
    }
    return [];
  });
  const [list] = lists
    .filter((one) => !lists.some((other) => other !== one && contains(one, other)))
    .sort((a, b) => boxOf(a).left - boxOf(b).left);
  // Its entries may be in several groups.
  return list && widest(list);
}

function widest(list: Element): Element {
  let best = list;
  for (const around of outwards(list)) {
    if (boxOf(around).width > narrow * innerWidth) break;
    best = around;
  }
  return best;
}

/** A settings page that was recognised, and by what. */
export interface ToldPage {
  page: Page;
  sign: Sign;
}

/** Which settings page is shown: the one whose name stands outside of the navigation. */
export function settingsPageOf(survey: Survey): ToldPage | undefined {
  const navigation = settingsNavigation(survey);
  const headings = survey.pages.filter(
    ({ element }) =>
      visibleBox(element) &&
      !(navigation && contains(navigation, element)) &&
      !closestTo(element, 'a'),
  );
  const labels = new Set(
    survey.labels.filter(({ element }) => visibleBox(element)).map(({ meaning }) => meaning),
  );
  if (labels.has('pop-deletion') && !labels.has('save-to-sent'))
    return { page: 'pop', sign: 'label' };
  if (labels.has('save-to-sent') && !labels.has('pop-deletion'))
    return { page: 'sending', sign: 'label' };
  // Without a heading it is the entry that the navigation marks as the current one. Where names of
  // several pages stand, as that of a signature among other settings, it is the one that is a title.
  const current = survey.pages.filter(({ element }) => isCurrent(element) && visibleBox(element));
  const named = pagesIn(headings.length > 0 ? headings : current);
  const titles = headings.filter(({ element }) => closestTo(element, 'h1, [aria-level="1"]'));
  const [page, ...others] = named.length > 1 ? pagesIn([...titles, ...current]) : named;
  const isOne = page !== undefined && others.length === 0 && named.includes(page);
  return isOne ? { page, sign: headings.length > 0 ? 'heading' : 'entry' } : undefined;
}

/** What is behind a settings page's name and outside of the navigation. */
export function contentOf(survey: Survey, page: Page): Element | undefined {
  const navigation = settingsNavigation(survey);
  const heading = survey.pages.find(
    ({ meaning, element }) =>
      meaning === page &&
      !(navigation && contains(navigation, element)) &&
      visibleBox(element) !== undefined,
  )?.element;
  if (!heading) return undefined;
  const around = [...outwards(heading)].filter(
    (element) => !(navigation && (contains(element, navigation) || contains(navigation, element))),
  );
  return around.at(-1) ?? document.body;
}

const pagesIn = (hits: Survey['pages']) => [...new Set(hits.map(({ meaning }) => meaning))];

/** Whether an entry of a navigation says that its page is the one shown. */
export const isCurrent = (element: Element): boolean =>
  closestTo(element, '[aria-selected="true"], [aria-current]:not([aria-current="false"])') !== null;

/** The Account Information page: its name stands there as a heading, not only as an entry to press. */
function showsAccount({ entries }: Survey): boolean {
  return entries.some(({ meaning, element }) => {
    if (meaning !== 'account') return false;
    const box = visibleBox(element);
    return (
      box !== undefined &&
      !closestTo(element, 'a, button, [role="menuitem"], [role="tab"], li') &&
      box.left > 0.15 * innerWidth
    );
  });
}
