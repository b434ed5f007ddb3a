import { unicode } from '../unicode.ts';

/** Where a wording was seen: an Alibaba page, code that drives the live page, a reseller, a guide. */
export type Source = 'alibaba' | 'code' | 'reseller' | 'guide';

/** One wording of a thing in the webmail; without a source it is supposed. */
export interface Wording {
  text: string;
  source?: Source;
}

/** What words can mean to a reader of the webmail's frame. */
export type Folder = 'inbox' | 'sent' | 'drafts' | 'spam' | 'deleted';
export type Entry = 'settings' | 'more-settings' | 'account' | 'sign-out' | 'save';
/** A settings page; `other` is any of those that have nothing for us. */
export type Page = 'pop' | 'sending' | 'rules' | 'forwarding' | 'account' | 'other';
/** Automatic forwarding: what its switch is called, and its values; whether a copy is kept, likewise. */
export type Forwarding = 'label' | 'on' | 'off' | 'copy' | 'kept' | 'not-kept';
export type Label = 'pop-deletion' | 'pop-deletion-forbidden' | 'save-to-sent' | 'pop-service';
export type PopDeletion = 'allowed' | 'not-allowed';
/** What "Save to Sent Email" keeps: copies of mail sent in the webmail, and from clients. */
export type SentCopies = 'both' | 'webmail' | 'clients' | 'neither';
export type StorageWord =
  | 'used'
  | 'total'
  | 'free'
  | 'available'
  | 'storage'
  | 'of'
  | 'among'
  | 'unlimited'
  | 'unlimited-storage'
  | 'elsewhere'
  | 'neutral';

/** The webmail's own words for a thing, in one language. */
export interface Lexicon {
  folders: Record<Folder, Wording[]>;
  entries: Record<Entry, Wording[]>;
  /** The settings pages, as their entries and headings name them. */
  pages: Record<Page, Wording[]>;
  labels: Record<Label, Wording[]>;
  /**
   * What an address is called: that of the mailbox itself, as a whole label; and, as part of a text, one
   * that is for something else, or somebody else's.
   */
  addresses: Record<'own' | 'other', Wording[]>;
  popDeletion: Record<PopDeletion, Wording[]>;
  sentCopies: Record<SentCopies, Wording[]>;
  forwarding: Record<Forwarding, Wording[]>;
  /**
   * Parts of sentences: what the page says while it loads and after Save, and that POP or all clients are off, where
   * `conditions` are words of a text that only explains.
   */
  saved: Wording[];
  loading: Wording[];
  failed: Wording[];
  unsaved: Wording[];
  popOff: { services: Wording[]; off: Wording[]; conditions: Wording[] };
  /**
   * Words in and around the storage indicator. `of` stands between a part and its whole, `among`
   * between a whole and its part; `available` may be what is free or the whole; `elsewhere` marks what belongs to another store.
   */
  storage: Record<StorageWord, Wording[]>;
}

export const attested = (source: Source, ...texts: string[]): Wording[] =>
  texts.map((text) => ({ text, source }));

export const supposed = (...texts: string[]): Wording[] => texts.map((text) => ({ text }));

/** Texts that are normal but for their case, and such as have none. */
const ascii = /^[!-~]+(?: [!-~]+)*$/;
const ideographs = /^[\u3041-\u30ff\u4e00-\u9fff]+$/;

const invisible = unicode(String.raw`\p{Cf}`, 'gu');

/** The form in which words are compared: NFKC, lower case, single spaces, nothing invisible. */
export function normal(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  if (ideographs.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(invisible(), '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
    .toLowerCase();
}

/** A text as a name: normalised, without the marks around a label and the space inside a button. */
export const nameIn = (text: string): string => nameOf(normal(text));

/** A normalised text as a name. */
export function nameOf(text: string): string {
  if (/^[a-z\u3041-\u30ff\u4e00-\u9fff]*$/.test(text)) return text;
  // A button of two ideographs is drawn with a space between them.
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[*＊] ?| ?[*＊:：?？.。]+$/g, '')
    .replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, '');
}
