/** How to get to a settings page: by a path that was seen before, or by pressing the page's entry. */
import type { SettingsPage } from '../core/place.ts';
import { attributeOf } from './dom.ts';
import type { Look } from './read.ts';
import { visibleBox } from './visible.ts';

/** Paths of settings pages on this host, as they were seen. */
export type Ways = Partial<Record<SettingsPage, string>>;

/** One way to a page; each is tried once. */
export type Leg = { by: 'path'; path: string } | { by: 'entry'; element: Element };

/** A settings page whose path is publicly known; any settings page shows the entries of the others. */
const attested = 'setting/account-security';

/** Pages whose own path is publicly known. */
const own: Partial<Record<SettingsPage, string>> = { rules: 'setting/mail-filter-rule-list' };

/** The next way to a page that was not tried yet; absent when there is none left. */
export function nextLeg(
  look: Look,
  page: SettingsPage,
  ways: Ways,
  tried: readonly string[],
): Leg | undefined {
  const isSettings = look.place === 'settings' || look.place === 'account-information';
  const entry = look.fields[`${page}-entry`];
  const isOpen = (element: Element) => visibleBox(element) !== undefined;
  if (isSettings && entry && isOpen(entry) && !tried.includes('entry')) {
    return { by: 'entry', element: entry };
  }
  if (isSettings && !tried.includes('entry') && look.survey.pages.length === 0) return undefined;
  const base = /^\/alimail\/entries\/[^/]+\//.exec(location.pathname)?.[0];
  const known = own[page];
  const paths = [
    ways[page],
    base && known ? base + known : undefined,
    base && !isSettings ? base + attested : undefined,
  ];
  const path = paths.find(
    (path) => path !== undefined && !tried.includes(path) && path !== location.pathname,
  );
  return path === undefined ? undefined : { by: 'path', path };
}

/** Whether a mail is being written here, which must not be taken away. */
export function isComposing(document: Document, look: Look): boolean {
  if (look.place === 'compose') return true;
  return look.survey.mail.some((element) => {
    const isEditor =
      attributeOf(element, 'contenteditable') !== null ||
      element instanceof HTMLTextAreaElement ||
      element.matches('iframe.e_iframe');
    return isEditor && visibleBox(element) !== undefined && document.contains(element);
  });
}

/** Presses an entry as the user would; only called for one that leads to a page. */
export function press(element: Element): void {
  if (element instanceof HTMLElement) element.click();
}
