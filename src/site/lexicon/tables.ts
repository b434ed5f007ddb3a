/**
 * The lexicon in the forms in which it is asked. The build works this file out and puts each result, as
 * JSON, in the place of its function: that is read several times faster than code, and only when asked for.
 */
import { en } from './en.ts';
import { ja } from './ja.ts';
import { type Lexicon, nameIn, normal, type StorageWord, type Wording } from './lexicon.ts';
import { others } from './others.ts';
import { zhCN } from './zh-cn.ts';
import { zhTW } from './zh-tw.ts';

const all = [en, zhCN, zhTW, ja];

/** The texts of a table, as the webmail writes them. */
const textsOf = <T extends string>(table: Record<T, readonly Wording[]>) =>
  Object.fromEntries(
    Object.entries<readonly Wording[]>(table).map(([meaning, wordings]) => [
      meaning,
      wordings.map(({ text }) => text),
    ]),
  ) as Record<T, string[]>;

const namesOf = ({ folders, entries, pages, labels, popDeletion, sentCopies }: Lexicon) => ({
  folders: textsOf(folders),
  entries: textsOf(entries),
  pages: textsOf(pages),
  labels: textsOf(labels),
  popDeletion: textsOf(popDeletion),
  sentCopies: textsOf(sentCopies),
});

/** What each language calls what it has a name for. */
export const languages = () => ({
  en: namesOf(en),
  'zh-CN': namesOf(zhCN),
  'zh-TW': namesOf(zhTW),
  ja: namesOf(ja),
});

/** Texts, each with what it means; the first language to have a text decides. */
export type Meanings<T extends string> = (readonly [text: string, meaning: T])[];

function meanings<T extends string>(
  parts: readonly Record<T, readonly Wording[]>[],
  form = nameIn,
): Meanings<T> {
  const found = new Map<string, T>();
  for (const part of parts) {
    for (const [meaning, wordings] of Object.entries(part) as [T, readonly Wording[]][]) {
      for (const text of wordings.map((wording) => form(wording.text)))
        if (!found.has(text)) found.set(text, meaning);
    }
  }
  return [...found];
}

export const folders = () => meanings([...all, ...others].map((words) => words.folders));
export const entries = () => meanings(all.map((words) => words.entries));
export const pages = () => meanings(all.map((words) => words.pages));
export const labels = () => meanings(all.map((words) => words.labels));
export const addresses = () => meanings(all.map((words) => words.addresses));
export const popDeletion = () => meanings(all.map((words) => words.popDeletion));
export const sentCopies = () => meanings(all.map((words) => words.sentCopies));
export const forwarding = () => meanings(all.map((words) => words.forwarding));
/** The words of a storage line by their first character, the longest first. */
export const storage = () => {
  const words = meanings(
    all.map((words) => words.storage),
    normal,
  );
  const byFirst = new Map<string, Meanings<StorageWord>>();
  for (const word of words.sort(([a], [b]) => b.length - a.length)) {
    const first = word[0].charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  return [...byFirst];
};

/** Names of settings that were seen somewhere, not only supposed. */
export const attestedLabels = () =>
  all
    .flatMap((words) => Object.values(words.labels).flat())
    .flatMap(({ text, source }) => (source === undefined ? [] : nameIn(text)));

/** Parts of sentences, normalised. */
const parts = (pick: (words: Lexicon) => readonly Wording[]) =>
  all.flatMap((words) => pick(words).map(({ text }) => normal(text)));

export const saved = () => parts((words) => words.saved);
export const unsaved = () => parts((words) => words.unsaved);
export const loading = () => parts((words) => words.loading);
export const failed = () => parts((words) => words.failed);
export const otherAddresses = () => parts((words) => words.addresses.other);
export const popServices = () => parts((words) => words.popOff.services);
export const popOff = () => parts((words) => words.popOff.off);
export const popConditions = () => parts((words) => words.popOff.conditions);
