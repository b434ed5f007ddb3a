/**
 * One bounded walk over the webmail's own frame: where words of the lexicon stand, and where
 * something looks like a storage statement. What belongs to mail is passed over, not searched.
 */
import { addressPattern } from '../core/mailbox.ts';
import { attributeOf, bodyOf, firstChildOf, nextOf, tagOf } from './dom.ts';
import { entryOf, folderOf, normal } from './lexicon/index.ts';
import type { Entry, Folder } from './lexicon/lexicon.ts';

/** A text that means something to us, and the element that shows it. */
export interface Hit<T> {
  meaning: T;
  element: Element;
}

export interface Survey {
  folders: Hit<Folder>[];
  entries: Hit<Entry>[];
  addresses: Hit<string>[];
  /** What may be (part of) a storage statement: an element's text, or a label that it carries. */
  amounts: { element: Element; label?: string }[];
  /** Where mail begins: its rows, frames and editors. What contains one is no frame of navigation. */
  mail: Element[];
}

/** Never searched: it shows mail, is being written, or is not shown at all. */
const mailTags = new Set(['ARTICLE', 'IFRAME', 'TEXTAREA']);
const mailRoles = new Set([
  'article',
  'row',
  'option',
  'feed',
  'grid',
  'listbox',
  'textbox',
  'log',
  'alert',
  'status',
]);
const skippedTags = new Set([
  'INPUT',
  'SELECT',
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'svg',
  'CANVAS',
  'VIDEO',
  'OBJECT',
  'EMBED',
  'HEAD',
]);
const maximum = { elements: 6000, siblings: 60, text: 200, hits: 300 };
const amountLike =
  /(^|\d) ?(%|[kmgt](i?b)?\b|bytes?\b|b\b)|不限|无限|無限|制限|上限|limit|no quota/;

/** Surveys the page. */
export function surveyOf(document: Document): Survey {
  const survey: Survey = { folders: [], entries: [], addresses: [], amounts: [], mail: [] };
  let budget = maximum.elements;

  const note = (raw: string, element: Element, isLabel = false) => {
    if (raw.length > maximum.text) return;
    const text = normal(raw);
    if (text === '') return;
    const folder = folderOf.get(text.replace(/[\s(（]*\d+\+?[)）]?$/, ''));
    if (folder) add(survey.folders, { meaning: folder, element });
    const entry = entryOf.get(text);
    if (entry) add(survey.entries, { meaning: entry, element });
    if (text.includes('@') && addressPattern.test(text))
      add(survey.addresses, { meaning: text, element });
    if (amountLike.test(text)) {
      add(survey.amounts, isLabel ? { element, label: raw } : { element });
    }
  };

  const visit = (element: Element) => {
    if (budget-- <= 0 || skippedTags.has(tagOf(element))) return;
    const tag = tagOf(element);
    const role = attributeOf(element, 'role') ?? '';
    if (mailTags.has(tag) || mailRoles.has(role) || isEditable(element)) {
      add(survey.mail, element);
      return;
    }
    if (
      attributeOf(element, 'aria-hidden') === 'true' ||
      attributeOf(element, 'aria-live') !== null
    )
      return;
    for (const name of ['aria-label', 'title', 'aria-valuetext']) {
      const label = attributeOf(element, name);
      if (label) note(label, element, true);
    }
    let count = 0;
    // The first children tell whether a parent is a long list; the rest of one is never looked at.
    for (let child = firstChildOf(element); child; child = nextOf(child)) {
      if (child instanceof Text) note(child.data, element);
      else if (child instanceof Element && ++count <= maximum.siblings) visit(child);
      if (count > maximum.siblings) break;
    }
  };

  visit(bodyOf(document));
  return survey;
}

function add<T>(list: T[], item: T): void {
  if (list.length < maximum.hits) list.push(item);
}

function isEditable(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  return editable !== null && editable !== 'false';
}
