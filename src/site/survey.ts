/**
 * One bounded walk over the webmail's own frame: where words of the lexicon stand, and where
 * something looks like a storage statement. What belongs to mail is passed over, not searched.
 */
import { addressIn } from '../core/mailbox.ts';
import { attributeOf, bodyOf, childrenOf, firstChildOf, nextOf, tagOf, textOf } from './dom.ts';
import {
  entryNamed,
  folderNamed,
  labelNamed,
  nameIn,
  nameOf,
  normal,
  pageNamed,
  saysFailed,
  saysLoading,
  saysPopOff,
  saysSaved,
  saysUnsaved,
} from './lexicon/index.ts';
import type { Entry, Folder, Label, Page } from './lexicon/lexicon.ts';

/** A text that means something to us, and the element that shows it. */
export interface Hit<T> {
  meaning: T;
  /** The text itself, as a name. */
  name: string;
  element: Element;
}

export interface Survey {
  folders: Hit<Folder>[];
  entries: Hit<Entry>[];
  /** Addresses, each by the text before it: a name in front of a bracket, or a label. */
  addresses: (Hit<string> & { isBracketed: boolean })[];
  /** Names of settings pages, and of settings. */
  pages: Hit<Page>[];
  labels: Hit<Label>[];
  /** Short texts that say that something was saved, failed or is on its way, or that POP is off. */
  notices: Hit<'saved' | 'failed' | 'unsaved' | 'loading' | 'pop-off'>[];
  /** What may be (part of) a storage statement: an element's text, or a label that it carries. */
  amounts: { element: Element; label?: string }[];
  /** Where names stand that the user taught us, and texts with numbers where he taught us a storage line. */
  taught: { name: string; element: Element }[];
  figures: { text: string; element: Element }[];
  /** Where mail begins: its rows, frames and editors. What contains one is no frame of navigation. */
  mail: Element[];
}

/** Never searched: it shows mail, is being written, or is not shown at all. */
const mailTags = new Set(['ARTICLE', 'IFRAME', 'TEXTAREA']);
/** A control's own text is its value, not a name. */
const controlTags = new Set(['INPUT', 'SELECT']);
const mailRoles = new Set(['article', 'row', 'option', 'feed', 'grid', 'listbox', 'textbox']);
/** Messages that come and go; on a settings page they tell whether saving worked. */
const liveRoles = new Set(['log', 'alert', 'status']);
const skippedTags = new Set([
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
const brisk = { elements: 6000, siblings: 60 };
const thorough = { elements: 40_000, siblings: 5000 };
const maximum = { text: 200, notice: 100, hits: 300 };
/** A number with a unit, or a unit whose number may stand in another element; or a word for a limit. */
const amountLike =
  /(?:^|\d) ?(?:%|(?:[kmgt]i?b?|bytes?|b)(?!\w))|不限|无限|無限|制限|上限|limit|no quota/;

interface Options {
  /** Where no list of mail can be, so that long pages are read to their end. */
  broad?: boolean;
  /** Names that the user taught us. */
  names?: ReadonlySet<string>;
  /** Whether every text with a number is noted. */
  figures?: boolean;
}

/** Surveys the page. */
export function surveyOf(
  document: Document,
  { broad = false, names, figures = false }: Options = {},
): Survey {
  const survey: Survey = {
    folders: [],
    entries: [],
    addresses: [],
    pages: [],
    labels: [],
    notices: [],
    amounts: [],
    taught: [],
    figures: [],
    mail: [],
  };
  const limit = broad ? thorough : brisk;
  let budget = limit.elements;

  const noteName = (name: string, element: Element) => {
    const page = pageNamed(name);
    if (page) add(survey.pages, { meaning: page, name, element });
    const label = labelNamed(name);
    if (label) add(survey.labels, { meaning: label, name, element });
    if (names?.has(name)) add(survey.taught, { name, element });
  };

  const note = (raw: string, element: Element, isLabel = false) => {
    if (raw.length > maximum.text) return;
    const text = normal(raw);
    if (text === '') return;
    const name = nameOf(text);
    const folder = folderNamed(name.replace(/[\s(（]*\d+\+?[)）]?$/, ''));
    if (folder) add(survey.folders, { meaning: folder, name, element });
    const entry = entryNamed(name);
    if (entry) add(survey.entries, { meaning: entry, name, element });
    if (broad) noteName(name, element);
    if (broad && text.length <= maximum.notice) {
      if (saysPopOff(text)) add(survey.notices, { meaning: 'pop-off', name, element });
      if (saysLoading(text)) add(survey.notices, { meaning: 'loading', name, element });
      if (saysFailed(text)) add(survey.notices, { meaning: 'failed', name, element });
      else if (saysUnsaved(text)) add(survey.notices, { meaning: 'unsaved', name, element });
      else if (saysSaved(text)) add(survey.notices, { meaning: 'saved', name, element });
    }
    const address = text.includes('@') ? addressIn(text) : undefined;
    if (address) {
      const { address: meaning, before, isBracketed } = address;
      add(survey.addresses, { meaning, name: nameOf(before), isBracketed, element });
    }
    if (figures && !isLabel && /\d/.test(text)) add(survey.figures, { text, element });
    if (amountLike.test(text)) {
      add(survey.amounts, isLabel ? { element, label: raw } : { element });
    }
  };

  const isMail = (element: Element) => {
    const role = broad ? null : attributeOf(element, 'role');
    return role !== null && (mailRoles.has(role) || liveRoles.has(role));
  };
  const visit = (element: Element) => {
    const tag = tagOf(element);
    if (budget-- <= 0 || skippedTags.has(tag)) return;
    if (mailTags.has(tag) || isMail(element) || isEditable(element)) {
      add(survey.mail, element);
      return;
    }
    if (attributeOf(element, 'aria-hidden') === 'true') return;
    if (!broad && attributeOf(element, 'aria-live') !== null) return;
    for (const name of ['aria-label', 'title', 'aria-valuetext']) {
      const label = attributeOf(element, name);
      if (label) note(label, element, true);
    }
    if (controlTags.has(tag)) {
      if (attributeOf(element, 'type') === 'button')
        note(attributeOf(element, 'value') ?? '', element);
      return;
    }
    if (broad && attributeOf(element, 'aria-busy') === 'true')
      add(survey.notices, { meaning: 'loading', name: '', element });
    if (broad && isBroken(element)) noteName(nameIn(textOf(element) ?? ''), element);
    let count = 0;
    // The first children tell whether a parent is a long list; the rest of one is never looked at.
    for (let child = firstChildOf(element); child; child = nextOf(child)) {
      if (child instanceof Text) note(child.data, element);
      else if (child instanceof Element && ++count <= limit.siblings) visit(child);
      if (count > limit.siblings) break;
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

/** A short text that lies in several elements, such as a name with a word in bold. */
function isBroken(element: Element): boolean {
  const children = [...childrenOf(element)].slice(0, 5);
  return (
    children.length > 0 &&
    nextOf(firstChildOf(element) ?? element) !== null &&
    children.length < 5 &&
    children.every((child) => childrenOf(child).length === 0) &&
    (textOf(element) ?? '').length <= 80
  );
}
