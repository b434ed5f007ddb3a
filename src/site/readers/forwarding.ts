import type { Facts } from '../../core/facts.ts';
import { addressPattern } from '../../core/mailbox.ts';
import { type Choice, choicesIn } from '../choices.ts';
import { boxOf, closestTo, findIn, outwards } from '../dom.ts';
import { forwardingNamed, nameIn, normal } from '../lexicon/index.ts';
import { contentOf } from '../place.ts';
import type { Survey } from '../survey.ts';
import { visibleBox, visibleText } from '../visible.ts';
import type { Seen } from './seen.ts';

/** Where an address is typed, or shown. */
const fields =
  'input:not([type]), input[type="text"], input[type="email"], input[type="search"], textarea';

/**
 * Reads the page of automatic forwarding: whether it is on, the domains of its targets, and whether a
 * copy stays in the mailbox. Only on its own page, where no other setting can be meant.
 */
export function readForwarding(survey: Survey): Seen<Facts['forwarding']> | undefined {
  const content = contentOf(survey, 'forwarding');
  if (!content) return undefined;
  const choices = choicesIn(content).map((choice) => ({ choice, meaning: meaningOf(choice) }));
  const copies = choices.filter(({ meaning }) => meaning === 'kept' || meaning === 'not-kept');
  const switches = choices.filter(({ meaning }) => meaning === 'on' || meaning === 'off');
  const [first, ...others] = switches;
  if (!first) return undefined;
  const { element } = first.choice;
  if (others.some(({ meaning }) => meaning !== first.meaning))
    return { error: 'conflict', element };
  if (first.meaning === 'off') return { value: { to: [] }, element };
  const to = domainsIn(content);
  if (to.length === 0) return { error: 'no-value', element };
  const [copy, ...more] = copies;
  const isClear = copy && more.every(({ meaning }) => meaning === copy.meaning);
  const value = { to, ...(isClear && { keepsCopy: copy.meaning === 'kept' }) };
  return { value, element };
}

/** What a control says of forwarding: by the words of its value, or as a switch by the name beside it. */
function meaningOf(choice: Choice): 'on' | 'off' | 'kept' | 'not-kept' | undefined {
  const { chosen, element } = choice;
  if (chosen === undefined) return undefined;
  if (typeof chosen === 'string') {
    const meaning = forwardingNamed(nameIn(chosen));
    return meaning === 'label' || meaning === 'copy' ? undefined : meaning;
  }
  const name = nameBeside(element);
  if (name === 'copy' || name === 'kept') return chosen ? 'kept' : 'not-kept';
  if (name === 'not-kept') return chosen ? 'not-kept' : 'kept';
  if (name === 'label' || name === 'on') return chosen ? 'on' : 'off';
  return undefined;
}

/** The meaning of the text that stands in one row with a switch, and nothing else does. */
function nameBeside(element: Element) {
  for (const around of [...outwards(element)].slice(0, 5)) {
    if (boxOf(around).height > 90) return undefined;
    const text = visibleText(around);
    if (!text) continue;
    for (const line of [text, ...text.split(/[\n|]/)]) {
      const meaning = forwardingNamed(nameIn(line));
      if (meaning) return meaning;
    }
  }
  return undefined;
}

/** The domains of the addresses that are typed in the fields of the page, or listed on it. */
function domainsIn(content: Element): string[] {
  const typed = [...findIn(content, fields)]
    .filter(
      (field) => visibleBox(field) !== undefined && closestTo(field, '[role="search"]') === null,
    )
    .flatMap((field) => (field as HTMLInputElement).value.split(/[\s,;，；]+/));
  const shown: string[] = [];
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let count = 0; walker.nextNode() && count < 2000; count += 1)
    shown.push(normal((walker.currentNode as Text).data));
  const addresses = [...typed, ...shown].map(normal).filter((text) => addressPattern.test(text));
  return [...new Set(addresses.map((address) => address.split('@')[1] ?? ''))].sort().slice(0, 20);
}
