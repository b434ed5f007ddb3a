/** The webmail's own controls that lead to a setting, and the one that saves it. */
import type { FieldId } from '../core/guide.ts';
import { attributeOf, boxOf, closestTo, contains, outwards, tagOf } from './dom.ts';
import type { Entry, Page } from './lexicon/lexicon.ts';
import { settingsNavigation } from './place.ts';
import type { Survey } from './survey.ts';
import { visibleBox } from './visible.ts';

/** The fields of the way that stand on the page, each only if there is exactly one. */
export function fieldsOn(survey: Survey, isSettings: boolean): Partial<Record<FieldId, Element>> {
  const found: [FieldId, Element | undefined][] = [
    ['settings', isSettings ? undefined : settingsButton(survey)],
    ['more-settings', isSettings ? undefined : only(survey, 'more-settings')],
    ['pop-entry', isSettings ? entryOf(survey, 'pop') : undefined],
    ['sending-entry', isSettings ? entryOf(survey, 'sending') : undefined],
    ['rules-entry', isSettings ? entryOf(survey, 'rules') : undefined],
    ['forwarding-entry', isSettings ? entryOf(survey, 'forwarding') : undefined],
    ['account-entry', isSettings ? entryOf(survey, 'account') : undefined],
  ];
  return Object.fromEntries(found.filter(([, element]) => element !== undefined));
}

/** What a person presses: the link, button or menu item around a name, else the name's own element. */
function pressable(element: Element): Element {
  return (
    closestTo(
      element,
      'a, button, [role="button"], [role="link"], [role="menuitem"], [role="tab"], li',
    ) ?? element
  );
}

function shown(survey: Survey, entry: Entry): Element[] {
  const elements = survey.entries
    .filter(({ meaning, element }) => meaning === entry && visibleBox(element))
    .map(({ element }) => pressable(element));
  return innermost(elements);
}

/** A name may stand on a control and on the box around it; what counts is the control. */
function innermost(elements: readonly Element[]): Element[] {
  return [...new Set(elements)].filter(
    (one) => !elements.some((other) => other !== one && contains(one, other)),
  );
}

function only(survey: Survey, entry: Entry): Element | undefined {
  const [first, ...others] = shown(survey, entry);
  return others.length === 0 ? first : undefined;
}

/** Settings stands at the upper right; a folder or a mail may be called so too. */
function settingsButton(survey: Survey): Element | undefined {
  const upper = shown(survey, 'settings').filter((element) => {
    const { left, width, bottom } = boxOf(element);
    return left + width / 2 > innerWidth / 2 && bottom < 120;
  });
  return upper.length === 1 ? upper[0] : undefined;
}

/** The entry of a settings page in the settings' own navigation; one that leads elsewhere is none. */
export function entryOf(survey: Survey, page: Page): Element | undefined {
  const navigation = settingsNavigation(survey);
  if (!navigation) return undefined;
  const entries = survey.pages
    .filter(
      (hit) => hit.meaning === page && contains(navigation, hit.element) && visibleBox(hit.element),
    )
    .map(({ element }) => pressable(element))
    .filter((element) => isSafeToPress(element, survey));
  const [first, ...others] = innermost(entries);
  return others.length === 0 ? first : undefined;
}

/** The page's buttons called Save. */
export function savesOn(survey: Survey): Element[] {
  const buttons = survey.entries
    .filter(({ meaning, element }) => meaning === 'save' && visibleBox(element))
    .map(({ element }) => closestTo(element, 'button, [role="button"], input, a'))
    .filter((element) => element !== null);
  return innermost(buttons);
}

/** The Save of a setting: the only one, or of several the only one in the smallest box around both. */
export function nearestTo(
  setting: Element | undefined,
  saves: readonly Element[],
): Element | undefined {
  if (saves.length < 2 || !setting) return saves.length === 1 ? saves[0] : undefined;
  for (const around of outwards(setting)) {
    const inside = saves.filter((save) => contains(around, save));
    if (inside.length > 0) return inside.length === 1 ? inside[0] : undefined;
  }
  return undefined;
}

/**
 * Whether an entry may be pressed to get to a page: it is part of the settings' navigation, leads to
 * no other site, submits nothing and switches nothing.
 */
function isSafeToPress(element: Element, survey: Survey): boolean {
  const navigation = settingsNavigation(survey);
  if (!navigation || !contains(navigation, element)) return false;
  if (
    closestTo(element, 'form, article, label, [role="switch"], [role="checkbox"], [role="radio"]')
  )
    return false;
  for (const around of outwards(element)) {
    const href = attributeOf(around, 'href');
    if (tagOf(around) === 'A' && href && new URL(href, location.href).origin !== location.origin)
      return false;
    if (around === navigation) break;
  }
  return attributeOf(element, 'type') !== 'submit';
}
