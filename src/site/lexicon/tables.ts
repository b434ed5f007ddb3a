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

export const languages = () =>
  ({ en, 'zh-CN': zhCN, 'zh-TW': zhTW, ja }) satisfies Record<string, Lexicon>;

/** Names by what they mean; the first language to have a name decides. */
type Names<T extends string> = Record<T, string[]>;

function named<T extends string>(
  parts: readonly Record<T, readonly Wording[]>[],
  form = nameIn,
): Names<T> {
  const taken = new Set<string>();
  const names = {} as Names<T>;
  for (const part of parts) {
    for (const [meaning, wordings] of Object.entries(part) as [T, readonly Wording[]][]) {
      const fresh = wordings.map(({ text }) => form(text)).filter((name) => !taken.has(name));
      names[meaning] = [...new Set([...(names[meaning] ?? []), ...fresh])];
      for (const name of fresh) taken.add(name);
    }
  }
  return names;
}

export const folders = () => named([...all, ...others].map((words) => words.folders));
export const entries = () => named(all.map((words) => words.entries));
export const pages = () => named(all.map((words) => words.pages));
export const labels = () => named(all.map((words) => words.labels));
export const addresses = () => named(all.map((words) => words.addresses));
export const popDeletion = () => named(all.map((words) => words.popDeletion));
export const sentCopies = () => named(all.map((words) => words.sentCopies));
export const forwarding = () => named(all.map((words) => words.forwarding));
export const storage = () =>
  named(
    all.map((words) => words.storage),
    normal,
  );

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
