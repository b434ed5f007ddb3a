import { en } from './en.ts';
import { ja } from './ja.ts';
import {
  type Entry,
  type Folder,
  type Forwarding,
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

/** What whole texts mean, by their normalised form; indexed when it is first asked. */
function index<L, T extends string>(
  languages: readonly L[],
  pick: (lexicon: L) => Record<T, readonly Wording[]>,
  form: (text: string) => string,
): () => ReadonlyMap<string, T> {
  let found: Map<string, T> | undefined;
  return () => {
    if (found) return found;
    found = new Map();
    for (const language of languages) {
      for (const [meaning, wordings] of Object.entries<readonly Wording[]>(pick(language))) {
        for (const { text } of wordings) {
          if (!found.has(form(text))) found.set(form(text), meaning as T);
        }
      }
    }
    return found;
  };
}

/** The meaning of names, as `nameIn` gives them. */
function names<L, T extends string>(
  languages: readonly L[],
  pick: (lexicon: L) => Record<T, readonly Wording[]>,
): (name: string) => T | undefined {
  const found = index(languages, pick, nameIn);
  return (name) => found().get(name);
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

export const folderNamed = names<Pick<Lexicon, 'folders'>, Folder>([...all, ...others], (words) =>
  words.folders(),
);
export const entryNamed = names<Lexicon, Entry>(all, (words) => words.entries());
export const pageNamed = names<Lexicon, Page>(all, (words) => words.pages());
export const labelNamed = names<Lexicon, Label>(all, (words) => words.labels());
const addressNamed = names<Lexicon, 'own' | 'other'>(all, (words) => words.addresses());
export const popDeletionOf = names<Lexicon, PopDeletion>(all, (words) => words.popDeletion());
export const forwardingNamed = names<Lexicon, Forwarding>(all, (words) => words.forwarding());
export const sentCopiesOf = names<Lexicon, SentCopies>(all, (words) => words.sentCopies());

/** Whether the name of a setting was seen somewhere, not only supposed. */
export function isAttested(label: string): boolean {
  return all.some(({ labels }) =>
    Object.values(labels())
      .flat()
      .some(({ text, source }) => source !== undefined && nameIn(text) === label),
  );
}

/** What a word of a storage line means, by its normalised text. */
export const storageWords = index<Lexicon, StorageWord>(all, (words) => words.storage(), normal);

/** Whether a normalised text has one of the wordings in it; Latin ones only as whole words. */
function has(pick: (lexicon: Lexicon) => readonly Wording[]) {
  let texts: string[] | undefined;
  return (text: string) => {
    texts ??= all.flatMap((lexicon) => pick(lexicon).map((wording) => normal(wording.text)));
    return texts.some((part) => {
      const at = text.indexOf(part);
      if (at < 0 || !/^[a-z]/.test(part)) return at >= 0;
      return !/[a-z]/.test(text[at - 1] ?? ' ') && !/[a-z]/.test(text[at + part.length] ?? ' ');
    });
  };
}

export const saysSaved = has((words) => words.saved());
export const saysUnsaved = has((words) => words.unsaved());
export const saysLoading = has((words) => words.loading());
export const saysFailed = has((words) => words.failed());
/** Whether a text has a word in it for an address that is not the mailbox's own, or not surely. */
export const namesOther = (text: string) => text !== '' && hasOther(text);
const hasOther = has((words) => words.addresses().other);
/** Whether a name is what the webmail calls a mailbox's own address. */
export const namesOwn = (name: string) => addressNamed(name) === 'own';
const namesPop = has((words) => words.popOff().services);
const saysOff = has((words) => words.popOff().off);
const supposes = has((words) => words.popOff().conditions);

/** Whether a text states that POP, or every client, is off; a condition or an explanation does not. */
export const saysPopOff = (text: string) => namesPop(text) && saysOff(text) && !supposes(text);

/** The language to which most of some names belong; the first of those that share them. */
export function languageOf(names: readonly string[]): Language | undefined {
  let best: { language: Language; count: number } | undefined;
  for (const language of Object.keys(lexicons) as Language[]) {
    const { folders, entries, pages, labels } = lexicons[language];
    const own = new Set(
      [folders(), entries(), pages(), labels()].flatMap((group) =>
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
