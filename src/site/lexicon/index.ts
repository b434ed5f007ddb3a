/** What the webmail's words mean. All languages at once: which one is shown is never asked. */
import { lazy } from './lazy.ts';
import { nameIn, type StorageWord } from './lexicon.ts';
import * as tables from './tables.ts';

export { nameIn, nameOf, normal } from './lexicon.ts';

/** The words of each language, as the webmail writes them. */
export const languages = lazy(tables.languages);
export type Language = keyof ReturnType<typeof tables.languages>;

/** The meaning of names, as `nameIn` gives them. */
function meaningIn<T extends string>(
  table: () => tables.Meanings<T>,
): (name: string) => T | undefined {
  const found = lazy(() => {
    const all = Object.entries<string[]>(table()) as [T, string[]][];
    return new Map(all.flatMap(([meaning, texts]) => texts.map((text) => [text, meaning])));
  });
  return (name) => found().get(name);
}

export const folderNamed = meaningIn(tables.folders);
export const entryNamed = meaningIn(tables.entries);
export const pageNamed = meaningIn(tables.pages);
export const labelNamed = meaningIn(tables.labels);
export const popDeletionOf = meaningIn(tables.popDeletion);
export const forwardingNamed = meaningIn(tables.forwarding);
export const sentCopiesOf = meaningIn(tables.sentCopies);
const addressNamed = meaningIn(tables.addresses);

const attestedLabels = lazy(() => new Set(tables.attestedLabels()));
/** Whether the name of a setting was seen somewhere, not only supposed. */
export const isAttested = (label: string) => attestedLabels().has(label);

const storage = lazy(() => {
  const { meanings, byFirst } = tables.storage();
  return { meanings, byFirst: new Map(byFirst) };
});
/** The words of a storage line that begin with a character, the longest first. */
export const storageWords = (first: string) => storage().byFirst.get(first) ?? [];
/** What such a word means, by its number. */
export const storageMeaning = (meaning: number) => storage().meanings[meaning] as StorageWord;

/** Whether a normalised text has one of some parts in it; Latin ones only as whole words. */
function has(table: () => readonly string[]) {
  const parts = lazy(table);
  return (text: string) =>
    parts().some((part) => {
      const at = text.indexOf(part);
      if (at < 0 || !/^[a-z]/.test(part)) return at >= 0;
      return !/[a-z]/.test(text[at - 1] ?? ' ') && !/[a-z]/.test(text[at + part.length] ?? ' ');
    });
}

export const saysSaved = has(tables.saved);
export const saysUnsaved = has(tables.unsaved);
export const saysLoading = has(tables.loading);
export const saysFailed = has(tables.failed);
/** Whether a text has a word in it for an address that is not the mailbox's own, or not surely. */
export const namesOther = (text: string) => text !== '' && hasOther(text);
const hasOther = has(tables.otherAddresses);
/** Whether a name is what the webmail calls a mailbox's own address. */
export const namesOwn = (name: string) => addressNamed(name) === 'own';
const namesPop = has(tables.popServices);
const saysOff = has(tables.popOff);
const supposes = has(tables.popConditions);

/** Whether a text states that POP, or every client, is off; a condition or an explanation does not. */
export const saysPopOff = (text: string) => namesPop(text) && saysOff(text) && !supposes(text);

/** The language to which most of some names belong; the first of those that share them. */
export function languageOf(names: readonly string[]): Language | undefined {
  let best: { language: Language; count: number } | undefined;
  const all = languages();
  for (const language of Object.keys(all) as Language[]) {
    const { folders, entries, pages, labels } = all[language];
    const own = new Set(
      [folders, entries, pages, labels].flatMap((group) => Object.values(group).flat().map(nameIn)),
    );
    const count = names.filter((name) => own.has(name)).length;
    if (count > (best?.count ?? 0)) best = { language, count };
  }
  return best?.language;
}
