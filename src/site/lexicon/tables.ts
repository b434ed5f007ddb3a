/**
 * The lexicon in the forms in which it is asked. The build works this file out and puts each result, as
 * JSON, in the place of its function: that is read several times faster than code, and only when asked for.
 */
import { en } from './en.ts';
import { ja } from './ja.ts';
import { type Lexicon, nameIn, normal, type Wording } from './lexicon.ts';
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

/** The texts of each meaning; no text has two. */
export type Meanings<T extends string> = Record<T, string[]>;

/** Texts, each with what it means; the first language to have a text decides. */
function meaningOf<T extends string>(
  parts: readonly Record<T, readonly Wording[]>[],
  form: (text: string) => string,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const part of parts) {
    for (const [meaning, wordings] of Object.entries(part) as [T, readonly Wording[]][]) {
      for (const text of wordings.map((wording) => form(wording.text)))
        if (!found.has(text)) found.set(text, meaning);
    }
  }
  return found;
}

function tableOf<T extends string>(parts: readonly Record<T, readonly Wording[]>[]): Meanings<T> {
  const texts = {} as Meanings<T>;
  for (const [text, meaning] of meaningOf(parts, nameIn)) {
    texts[meaning] ??= [];
    texts[meaning].push(text);
  }
  return texts;
}

export const folders = () => tableOf([...all, ...others].map((words) => words.folders));
export const entries = () => tableOf(all.map((words) => words.entries));
export const pages = () => tableOf(all.map((words) => words.pages));
export const labels = () => tableOf(all.map((words) => words.labels));
export const addresses = () => tableOf(all.map((words) => words.addresses));
export const popDeletion = () => tableOf(all.map((words) => words.popDeletion));
export const sentCopies = () => tableOf(all.map((words) => words.sentCopies));
export const forwarding = () => tableOf(all.map((words) => words.forwarding));
/** The words of a storage line by their first character, the longest first, and what they mean. */
export const storage = () => {
  const words = meaningOf(
    all.map((words) => words.storage),
    normal,
  );
  const meanings = [...new Set(words.values())];
  const byFirst = new Map<string, [text: string, meaning: number][]>();
  for (const [text, meaning] of [...words].sort(([a], [b]) => b.length - a.length)) {
    const first = text.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), [text, meanings.indexOf(meaning)]]);
  }
  return { meanings, byFirst: [...byFirst] };
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
