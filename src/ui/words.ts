import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Finding } from '../core/audit.ts';
import type { CheckId } from '../core/checks/index.ts';
import type { Facts, Storage } from '../core/facts.ts';
import { comfortable, freeOf, shareOf, surplusOf } from '../core/storage.ts';
import { agoIn, type MessageKey, percentIn, type Say, sizeIn } from '../core/words.ts';

/** The reader's language: the words and how numbers are written. */
export interface Words {
  say: Say;
  locale: string;
}

export const WordsContext = createContext<Words>({ say: (key) => key, locale: 'en' });
export const useWords = () => useContext(WordsContext);

/** The key of a check's wording, e.g. `storage_nearly_full_high`. */
export const keyOf = (check: CheckId, wording: string) =>
  `${check}_${wording}`.replaceAll('-', '_') as MessageKey;

/** Reasons and causes for which a check has words of its own. Firefox complains of a key that is not there. */
const own: ReadonlySet<string> = new Set<MessageKey>([
  'storage_nearly_full_missing',
  'storage_nearly_full_conflict',
  'storage_nearly_full_impossible',
  'storage_nearly_full_why_full',
  'pop_deletion_allowed_why_allowed',
  'sent_copies_missing_why_clients',
  'sent_copies_missing_why_webmail',
  'sent_copies_missing_why_neither',
]);

/** A check's own wording, or the one that is shared. */
export function ownOrShared(
  { say }: Words,
  check: CheckId,
  wording: string,
  shared: string,
): string {
  const key = keyOf(check, wording);
  return say(own.has(key) ? key : (shared.replaceAll('-', '_') as MessageKey));
}

/** The title of a finding: one for each variant of the problem, and one for each other outcome. */
export function titleOf({ say }: Words, finding: Finding): string {
  const { check, outcome } = finding;
  if (outcome === 'wrong') return say(keyOf(check, finding.problem.variant));
  return say(keyOf(check, isAged(finding) ? 'aged' : outcome));
}

/** Whether nothing wrong was seen, but so long ago that it counts as not looked at. */
export const isAged = (finding: Finding): finding is Finding & { outcome: 'unseen'; at: number } =>
  finding.outcome === 'unseen' && finding.at !== undefined;

/** Where to look for what was not looked at, and when it last was. */
export function lookIn(words: Words, finding: Finding, now: number): string {
  const { say, locale } = words;
  const look = say(keyOf(finding.check, 'look'));
  if (!isAged(finding)) return look;
  return say('twoSentences', say('agedSince', agoIn(locale, finding.at, now)), look);
}

/** When something was last seen on the page. */
export const agoOf = ({ say, locale }: Words, at: number, now: number) =>
  now - at < 60_000 ? say('seenNow') : say('seenAgo', agoIn(locale, at, now));

/** What the storage indicator says: "9.8 GB of 10 GB used". */
export function usedIn({ say, locale }: Words, storage: Storage): string {
  if ('share' in storage) return say('storageUsedShare', percentIn(locale, storage.share));
  if (storage.total !== null) {
    return say('storageUsedOf', sizeIn(locale, storage.used), sizeIn(locale, storage.total));
  }
  return storage.used === undefined
    ? say('storageNoLimit')
    : say('storageUsedNoLimit', sizeIn(locale, storage.used));
}

/** In bytes: at exactly the comfortable level next to nothing has to go, and it is not said as 0. */
const leastDemand = 2 ** 10;

/** What is free, and how much must go to get back under the comfortable level; empty without a limit. */
export function roomIn({ say, locale }: Words, storage: Storage): string {
  const share = shareOf(storage);
  if (share === undefined) return '';
  const free = freeOf(storage);
  const surplus = surplusOf(storage);
  const excess = percentIn(locale, Math.max(0.01, share - comfortable), 'up');
  const left =
    free === undefined ? percentIn(locale, Math.max(0, 1 - share)) : sizeIn(locale, free);
  const says = say('storageFree', left);
  if (share < comfortable) return says;
  const amount =
    surplus === undefined
      ? say('storageRemoveShare', excess)
      : sizeIn(locale, Math.max(leastDemand, surplus), 'expand');
  return say('twoSentences', says, say('storageRemove', amount));
}

const sentWording = ({ webmail, clients }: Facts['sentCopies']) =>
  webmail ? (clients ? 'both' : 'webmail') : clients ? 'clients' : 'neither';

/** The name of a setting's value, as the webmail's lexicon and our own words know it. */
export function valueName(value: Facts['popDeletion'] | Facts['sentCopies']): string {
  return typeof value === 'string' ? value : sentWording(value);
}

/** A setting's value in our words. */
export function valueIn({ say }: Words, value: Facts['popDeletion'] | Facts['sentCopies']): string {
  const prefix = typeof value === 'string' ? 'value_pop' : 'value_sent';
  return say(`${prefix}_${valueName(value)}`.replaceAll('-', '_') as MessageKey);
}

export const dateIn = (locale: string, at: number) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
