import { en } from './en.ts';
import { ja } from './ja.ts';
import { type Entry, type Folder, type Lexicon, normal, type StorageWord } from './lexicon.ts';
import { others } from './others.ts';
import { zhCN } from './zh-cn.ts';
import { zhTW } from './zh-tw.ts';

export { normal } from './lexicon.ts';

/** All languages at once: the language of the webmail is never asked for, its words answer it. */
export const lexicons: readonly Lexicon[] = [en, zhCN, zhTW, ja];

function index<L, T extends string>(
  languages: readonly L[],
  pick: (lexicon: L) => Record<T, readonly { text: string }[]>,
) {
  const found = new Map<string, T>();
  for (const language of languages) {
    for (const [meaning, wordings] of Object.entries<readonly { text: string }[]>(pick(language))) {
      for (const { text } of wordings) {
        if (!found.has(normal(text))) found.set(normal(text), meaning as T);
      }
    }
  }
  return found;
}

/** The folder or entry that a whole, normalised text names. */
export const folderOf = index<Pick<Lexicon, 'folders'>, Folder>(
  [...lexicons, ...others],
  ({ folders }) => folders,
);
export const entryOf = index<Lexicon, Entry>(lexicons, ({ entries }) => entries);

/** What a word of a storage line means, by its normalised text. */
export const storageWordOf = index<Lexicon, StorageWord>(lexicons, ({ storage }) => storage);
