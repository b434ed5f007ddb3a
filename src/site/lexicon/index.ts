import { en } from './en.ts';
import { ja } from './ja.ts';
import { type Entry, type Folder, type Lexicon, normal, type StorageWord } from './lexicon.ts';
import { zhCN } from './zh-cn.ts';
import { zhTW } from './zh-tw.ts';

export { normal } from './lexicon.ts';

/** All languages at once: the language of the webmail is never asked for, its words answer it. */
export const lexicons: readonly Lexicon[] = [en, zhCN, zhTW, ja];

function index<T extends string>(pick: (lexicon: Lexicon) => Record<T, { text: string }[]>) {
  const found = new Map<string, T>();
  for (const lexicon of lexicons) {
    for (const [meaning, wordings] of Object.entries(pick(lexicon)) as [T, { text: string }[]][]) {
      for (const { text } of wordings)
        if (!found.has(normal(text))) found.set(normal(text), meaning);
    }
  }
  return found;
}

/** The folder or entry that a whole, normalised text names. */
export const folderOf = index<Folder>((lexicon) => lexicon.folders);
export const entryOf = index<Entry>((lexicon) => lexicon.entries);

/** What a word of a storage line means, by its normalised text. */
export const storageWordOf = index<StorageWord>((lexicon) => lexicon.storage);
