import { en } from './en.ts';
import { ja } from './ja.ts';
import {
  type Entry,
  type Folder,
  type Label,
  type Lexicon,
  normal,
  type Page,
  type PopDeletion,
  type SentCopies,
  type StorageWord,
  type Wording,
} from './lexicon.ts';
import { others } from './others.ts';
import { zhCN } from './zh-cn.ts';
import { zhTW } from './zh-tw.ts';

export { normal } from './lexicon.ts';

/** All languages at once: the language of the webmail is never asked for, its words answer it. */
export const lexicons = { en, 'zh-CN': zhCN, 'zh-TW': zhTW, ja } satisfies Record<string, Lexicon>;
export type Language = keyof typeof lexicons;

const all = Object.values(lexicons);

function index<L, T extends string>(
  languages: readonly L[],
  pick: (lexicon: L) => Record<T, readonly Wording[]>,
  form = nameIn,
) {
  const found = new Map<string, T>();
  for (const language of languages) {
    for (const [meaning, wordings] of Object.entries<readonly Wording[]>(pick(language))) {
      for (const { text } of wordings) {
        if (!found.has(form(text))) found.set(form(text), meaning as T);
      }
    }
  }
  return found;
}

/** A text as a name: normalised, without the marks around a label and the space inside a button. */
export function nameIn(text: string): string {
  // A button of two ideographs is drawn with a space between them.
  return normal(text.replace(/\s+/g, ' '))
    .replace(/^[*＊] ?| ?[*＊:：?？.。]+$/g, '')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/** What a whole name, as `nameIn` gives it, means. */
export const folderNamed = index<Pick<Lexicon, 'folders'>, Folder>(
  [...all, ...others],
  ({ folders }) => folders,
);
export const entryNamed = index<Lexicon, Entry>(all, ({ entries }) => entries);
export const pageNamed = index<Lexicon, Page>(all, ({ pages }) => pages);
export const labelNamed = index<Lexicon, Label>(all, ({ labels }) => labels);
export const popDeletionOf = index<Lexicon, PopDeletion>(all, ({ popDeletion }) => popDeletion);
export const sentCopiesOf = index<Lexicon, SentCopies>(all, ({ sentCopies }) => sentCopies);

/** Whether the name of a setting was seen somewhere, not only supposed. */
export function isAttested(label: string): boolean {
  return all.some(({ labels }) =>
    Object.values(labels)
      .flat()
      .some(({ text, source }) => source !== undefined && nameIn(text) === label),
  );
}

/** What a word of a storage line means, by its normalised text. */
export const storageWordOf = index<Lexicon, StorageWord>(all, ({ storage }) => storage, normal);

/** Whether a normalised text has one of the wordings in it; Latin ones only as whole words. */
function has(pick: (lexicon: Lexicon) => readonly Wording[]) {
  const texts = all.flatMap((lexicon) => pick(lexicon).map(({ text }) => normal(text)));
  return (text: string) =>
    texts.some((part) => {
      const at = text.indexOf(part);
      if (at < 0 || !/^[a-z]/.test(part)) return at >= 0;
      return !/[a-z]/.test(text[at - 1] ?? ' ') && !/[a-z]/.test(text[at + part.length] ?? ' ');
    });
}

export const saysSaved = has(({ saved }) => saved);
export const saysUnsaved = has(({ unsaved }) => unsaved);
export const saysFailed = has(({ failed }) => failed);
const namesPop = has(({ popOff }) => popOff.services);
const saysOff = has(({ popOff }) => popOff.off);
const supposes = has(({ popOff }) => popOff.conditions);

/** Whether a text states that POP, or every client, is off; a condition or an explanation does not. */
export const saysPopOff = (text: string) => namesPop(text) && saysOff(text) && !supposes(text);

/** The language to which most of some names belong; the first of those that share them. */
export function languageOf(names: readonly string[]): Language | undefined {
  let best: { language: Language; count: number } | undefined;
  for (const language of Object.keys(lexicons) as Language[]) {
    const { folders, entries, pages, labels } = lexicons[language];
    const own = new Set(
      [folders, entries, pages, labels].flatMap((group) =>
        Object.values(group)
          .flat()
          .map(({ text }) => nameIn(text)),
      ),
    );
    const count = names.filter((name) => own.has(name)).length;
    if (count > (best?.count ?? 0)) best = { language, count };
  }
  return best?.language;
}
