/** Finds the control of a setting by the setting's name, as a person would. */
import { type Choice, choicesIn, isLabel } from './choices.ts';
import {
  attributeOf,
  boxOf,
  closestTo,
  contains,
  find,
  matches,
  outwards,
  parentOf,
} from './dom.ts';
import { isAttested, normal } from './lexicon/index.ts';
import type { Label, Page } from './lexicon/lexicon.ts';
import type { Survey } from './survey.ts';
import { visibleBox, visibleText } from './visible.ts';

/** A setting found: its control, and the text on the page that names it. */
export interface Setting {
  choice: Choice;
  /** The name by which it was found. */
  name: string;
}

/** In CSS pixels: how far below its name a control may stand. */
const reach = 110;

/** What is never a setting's name: an entry to press, an option, what belongs to a mail. */
const elsewhere =
  'a, nav, option, article, figure, [role="figure"], [role="option"], [role="menuitem"], [role="tab"], [role="tooltip"], [role="treeitem"]';

/** The controls that carry a name; more than one means that the page leaves it open. */
export function settingsNamed(
  survey: Survey,
  label: Label,
  isValue: (text: string) => boolean,
): Setting[] {
  const found: Setting[] = [];
  for (const hit of survey.labels) {
    if (hit.meaning !== label) continue;
    const choice = choiceNamedAt(hit.element, isValue);
    if (choice && !found.some((other) => other.choice.element === choice.element)) {
      found.push({ choice, name: hit.name });
    }
  }
  return found;
}

/** The values that stand as plain text beside the setting's name, somewhere else than at its control. */
export function statedOf(
  survey: Survey,
  label: Label,
  isValue: (text: string) => boolean,
): string[] {
  return survey.labels
    .filter((hit) => hit.meaning === label && canBeName(hit.element))
    .map(({ element }) => statedBeside(element, isValue))
    .filter((value) => value !== undefined);
}

/** The text behind a name that is a value; of several values each is there to be chosen. */
function statedBeside(element: Element, isValue: (text: string) => boolean): string | undefined {
  for (const around of [...outwards(element)].slice(1, 4)) {
    if (choicesIn(around).length > 0) return undefined;
    const walker = document.createTreeWalker(around, NodeFilter.SHOW_TEXT);
    const behind: string[] = [];
    while (walker.nextNode() && behind.length < 2) {
      const node = walker.currentNode as Text;
      const isBehind = element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (!isBehind || contains(element, node)) continue;
      const parent = parentOf(node);
      const text = node.data.replace(/^\s*[:：]/, '').trim();
      if (text !== '' && parent && visibleBox(parent)) behind.push(text);
    }
    const [value, other] = behind;
    if (value === undefined) continue;
    return isValue(value) && !(other && isValue(other)) ? value : undefined;
  }
  return undefined;
}

/** Whether a text can be a setting's name where it stands. */
export const canBeName = (element: Element) =>
  !closestTo(element, elsewhere) && visibleBox(element) !== undefined;

/** The control that a text names; none where the text is no name, or belongs to no control. */
export function choiceNamedAt(
  element: Element,
  isValue: (text: string) => boolean,
): Choice | undefined {
  if (!canBeName(element) || isInSentence(element, isValue)) return undefined;
  const choice = choiceNamedBy(element);
  // What a loading page shows is its own default, not the server's answer.
  return choice && !closestTo(choice.element, '[aria-busy="true"]') ? choice : undefined;
}

/** A name that was never seen in a running webmail counts only where its page is named too. */
export function isVouchedFor({ name }: Setting, { pages }: Survey, page: Page): boolean {
  return isAttested(name) || pages.some((hit) => hit.meaning === page && visibleBox(hit.element));
}

/** A name inside running text quotes the setting. */
function isInSentence(element: Element, isValue: (text: string) => boolean): boolean {
  const box = boxOf(element);
  const parent = parentOf(element);
  if (!parent || getComputedStyle(element).display !== 'inline') return false;
  const line = visibleText(parent)
    ?.split('\n')
    .find((part) => part.includes(visibleText(element) ?? ''));
  const rest = normal(line ?? '')
    .replace(normal(visibleText(element) ?? ''), '')
    .replace(/[\s:：*?？()（）]/g, '');
  return (
    rest.length > 0 &&
    boxOf(parent).width > box.width &&
    !isValue(rest) &&
    choicesIn(parent).length === 0
  );
}

function choiceNamedBy(element: Element): Choice | undefined {
  const direct = namedDirectly(element);
  if (direct) return direct;
  const line = boxOf(element);
  for (const around of [...outwards(element)].slice(0, 9)) {
    const choices = choicesIn(around).filter(
      (choice) => choice.isGroup || !contains(choice.element, element),
    );
    if (choices.length > 0) return nearest(choices, line, around);
  }
  return undefined;
}

/** By the page's own word: the name is the control's label. */
function namedDirectly(element: Element): Choice | undefined {
  const [own] = matches(element, 'select, input, [role]')
    ? choicesIn(parentOf(element) ?? element)
    : [];
  if (own && attributeOf(element, 'aria-label') !== null) {
    if (contains(own.element, element) || own.element === element) return own;
  }
  const around = closestTo(element, 'label');
  const control = around && isLabel(around) ? around.control : null;
  const id = attributeOf(element, 'id') ?? attributeOf(parentOf(element) ?? element, 'id');
  const named = control ?? (id ? find(document, `[aria-labelledby~="${CSS.escape(id)}"]`) : null);
  if (!named) return undefined;
  const scope = parentOf(named) ?? named;
  const inside = choicesIn(scope).find(
    (choice) => contains(choice.element, named) || contains(named, choice.element),
  );
  return inside;
}

/** Of several controls the one on the name's own line, else the one right below it. */
function nearest(choices: readonly Choice[], line: DOMRect, around: Element): Choice | undefined {
  const beside = choices.filter(({ element }) => {
    const box = boxOf(element);
    const shared = Math.min(box.bottom, line.bottom) - Math.max(box.top, line.top);
    return shared > 0.5 * Math.min(box.height, line.height);
  });
  if (beside.length > 0) return beside.length === 1 ? beside[0] : undefined;
  const below = choices
    .filter(
      ({ element }) =>
        boxOf(element).top >= line.bottom - 4 && boxOf(element).top - line.bottom < reach,
    )
    .sort((a, b) => boxOf(a.element).top - boxOf(b.element).top);
  const [first, second] = below;
  if (!first || (second && boxOf(second.element).top < boxOf(first.element).bottom))
    return undefined;
  return hasOwnName(first, line, around) ? undefined : first;
}

/** Whether a control has another text at its left on its own line, or a short one between it and the name. */
function hasOwnName(choice: Choice, line: DOMRect, around: Element): boolean {
  const box = boxOf(choice.element);
  const walker = document.createTreeWalker(around, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.data.trim().length < 2 || contains(choice.element, node)) continue;
    range.selectNodeContents(node);
    const at = range.getBoundingClientRect();
    if (at.width === 0 || at.bottom <= line.bottom + 2 || at.top >= box.bottom) continue;
    const onLine = at.bottom > box.top + 4 && at.top < box.bottom - 4;
    if (onLine && at.right <= box.left + 4) return true;
    if (!onLine && at.bottom <= box.top + 4 && isName(node.data.trim())) return true;
  }
  return false;
}

/** A short text that is no sentence is the name of something. */
const isName = (text: string) => text.length <= 40 && !/[.。!！]$/.test(text);
