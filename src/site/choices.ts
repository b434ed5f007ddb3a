/** Controls with which one of several values is chosen, whatever they are made of. */
import {
  attributeOf,
  boxOf,
  closestTo,
  contains,
  findIn,
  outwards,
  parentOf,
  tagOf,
} from './dom.ts';
import { visibleBox, visibleText } from './visible.ts';

/** How a value is chosen: from a list, by one of several buttons, or by a switch. */
export type ChoiceKind = 'list' | 'buttons' | 'switch';

export interface Choice {
  kind: ChoiceKind;
  /** What a ring may enclose: the whole control. */
  element: Element;
  /** The text of the chosen value; on or off of a switch; absent where nothing is chosen. */
  chosen: string | boolean | undefined;
  disabled: boolean;
  /** It is made of several buttons; the box around them may hold their common name. */
  isGroup?: true;
  /** A word inside of a switch. */
  word?: string;
}

const controls =
  'select, [role="combobox"], [aria-haspopup="listbox"], input[type="radio"], [role="radio"], input[type="checkbox"], [role="switch"], [role="checkbox"], [aria-pressed]';

/** The visible choices in an element, in the order of the page. */
export function choicesIn(root: Element): Choice[] {
  const choices: Choice[] = [];
  for (const element of findIn(root, controls)) {
    if (choices.some((choice) => contains(choice.element, element) && !contains(element, root)))
      continue;
    const choice = choiceOf(element, root);
    if (choice && visibleBox(choice.element)) choices.push(choice);
  }
  return choices;
}

function choiceOf(element: Element, root: Element): Choice | undefined {
  if (element instanceof HTMLSelectElement) {
    const chosen = element.multiple ? undefined : element.selectedOptions[0]?.text;
    return { kind: 'list', element, chosen, disabled: element.disabled };
  }
  if (isRadio(element)) return radiosAround(element, root, isRadio, isChecked);
  if (attributeOf(element, 'aria-pressed') !== null) {
    return radiosAround(
      element,
      root,
      isToggle,
      (toggle) => attributeOf(toggle, 'aria-pressed') === 'true',
    );
  }
  if (isSwitch(element)) return switchOf(element);
  return dropdownOf(element);
}

const role = (element: Element) => attributeOf(element, 'role');
const isInput = (element: Element, type: string): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.type === type;
const isRadio = (element: Element) => isInput(element, 'radio') || role(element) === 'radio';
const isToggle = (element: Element) => attributeOf(element, 'aria-pressed') !== null;
const isSwitch = (element: Element) =>
  isInput(element, 'checkbox') || ['switch', 'checkbox'].includes(role(element) ?? '');
const isChecked = (element: Element) =>
  element instanceof HTMLInputElement
    ? element.checked
    : attributeOf(element, 'aria-checked') === 'true';
const isDisabled = (element: Element) =>
  closestTo(element, ':disabled, [aria-disabled="true"]') !== null;

/** A dropdown that is not a native one: its box is the first around it that shows a text. */
function dropdownOf(element: Element): Choice {
  const disabled = isDisabled(element) || findIn(element, ':disabled').length > 0;
  if (element instanceof HTMLInputElement && element.value.trim() !== '') {
    return {
      kind: 'list',
      element: visibleBox(element) ? element : (parentOf(element) ?? element),
      chosen: element.value,
      disabled,
    };
  }
  for (const around of outwards(element)) {
    if (boxOf(around).height > 64) break;
    const text = visibleText(around)?.trim();
    if (text) return { kind: 'list', element: wholeOf(around, text), chosen: text, disabled };
  }
  return { kind: 'list', element: parentOf(element) ?? element, chosen: undefined, disabled };
}

/** In CSS pixels: what a dropdown may have at the left and at the right of its text, an arrow included. */
const frame = { left: 16, right: 40 };

/** The box that is drawn around the text of a dropdown: the first with a border, as far as it is near. */
function wholeOf(inner: Element, text: string): Element {
  let whole = inner;
  for (const around of outwards(inner)) {
    const [box, within] = [boxOf(around), boxOf(whole)];
    if (box.height > 64 || visibleText(around)?.trim() !== text) break;
    if (within.left - box.left > frame.left || box.right - within.right > frame.right) break;
    whole = around;
    if (getComputedStyle(around).borderLeftStyle !== 'none') break;
  }
  return whole;
}

/** A switch's own control is often invisible; then what surrounds it closely is shown in its place. */
function switchOf(element: Element): Choice {
  const shown = [...outwards(element)].slice(0, 3).find((around) => visibleBox(around)) ?? element;
  const mixed =
    attributeOf(element, 'aria-checked') === 'mixed' ||
    (isInput(element, 'checkbox') && element.indeterminate);
  return {
    kind: 'switch',
    element: shown,
    chosen: mixed ? undefined : isChecked(element),
    disabled: isDisabled(element),
    word: visibleText(element)?.trim() ?? '',
  };
}

/** The group of radio buttons (or toggles) to which one belongs, with the text of the checked one. */
function radiosAround(
  element: Element,
  root: Element,
  isMember: (element: Element) => boolean,
  isOn: (element: Element) => boolean,
): Choice | undefined {
  const name = isInput(element, 'radio') ? element.name : '';
  const belongs = (other: Element) =>
    isMember(other) && (isInput(other, 'radio') ? other.name : '') === name;
  let group: Element | undefined;
  for (const around of outwards(element)) {
    const members = [...findIn(around, controls)].filter(belongs);
    if (members.length > 1) {
      group = around;
      break;
    }
    if (around === root) break;
  }
  if (!group) return undefined;
  const members = [...findIn(group, controls)].filter(belongs);
  const on = members.filter(isOn);
  const chosen = on.length === 1 && on[0] ? textOfRadio(on[0], members, group) : undefined;
  const disabled = members.every(isDisabled);
  return { kind: 'buttons', element: group, chosen, disabled, isGroup: true };
}

/** What stands at a radio button: its label, its own text, or the text in the box around it. */
function textOfRadio(
  radio: Element,
  members: readonly Element[],
  group: Element,
): string | undefined {
  const labels = radio instanceof HTMLInputElement ? [...(radio.labels ?? [])] : [];
  const named = attributeOf(radio, 'aria-label') ?? undefined;
  const own =
    labels.map((label) => visibleText(label)?.trim()).find(Boolean) ??
    named ??
    visibleText(radio)?.trim();
  if (own) return own;
  for (const around of outwards(radio)) {
    if (around === group || [...findIn(around, controls)].length > 1) break;
    const text = visibleText(around)?.trim();
    if (text) return text;
  }
  return textBehind(radio, members, group);
}

/** The first text behind a radio button and before the next; only where the last one has such a text too. */
function textBehind(
  radio: Element,
  members: readonly Element[],
  group: Element,
): string | undefined {
  const texts = members.map(() => '');
  const walker = document.createTreeWalker(group, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let at = -1;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) at = members.includes(node) ? members.indexOf(node) : at;
    else if (at >= 0 && !texts[at]) texts[at] = (node as Text).data.trim();
  }
  return texts.every(Boolean) ? texts[members.indexOf(radio)] : undefined;
}

export const isLabel = (element: Element): element is HTMLLabelElement =>
  tagOf(element) === 'LABEL';
