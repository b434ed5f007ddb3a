/** What the user taught us of pages whose words we do not know: words, roles and places, never a selector. */
import * as v from 'valibot';
import { hostSchema, timeSchema } from './schemas.ts';

/** Short enough to be a name, too short to be a mail. */
const longest = 80;
const words = v.pipe(v.string(), v.minLength(1), v.maxLength(longest), v.regex(/^[^\p{Cc}@]+$/u));

/** How a setting is chosen: from a list, by one of several buttons, or by a switch. */
const kind = v.picklist(['list', 'buttons', 'switch']);

const settingOf = <F extends string, P extends string, V extends string>(
  fact: F,
  page: P,
  values: readonly [V, ...V[]],
) =>
  v.strictObject({
    fact: v.literal(fact),
    page: v.literal(page),
    /** What the setting is called, and how it is chosen. */
    name: words,
    kind,
    /** What each wording of its value means, as far as it was taught. */
    values: v.pipe(
      v.array(v.strictObject({ words, value: v.picklist(values) })),
      v.minLength(1),
      v.maxLength(8),
    ),
  });

/** What a number in a storage line tells; its unit where the line itself has none that we know. */
const slot = v.strictObject({
  is: v.picklist(['used', 'total', 'free', 'share', 'free-share', 'other']),
  unit: v.exactOptional(v.picklist(['b', 'k', 'm', 'g', 't'])),
});

const storage = v.strictObject({
  fact: v.literal('storage'),
  place: v.picklist(['column', 'panel', 'account']),
  /** The line with a mark in place of each number. */
  words,
  slots: v.pipe(v.array(slot), v.minLength(1), v.maxLength(4)),
});

export const lessonSchema = v.variant('fact', [
  settingOf('popDeletion', 'pop', ['allowed', 'not-allowed']),
  settingOf('sentCopies', 'sending', ['both', 'webmail', 'clients', 'neither']),
  storage,
]);
export type Lesson = v.InferOutput<typeof lessonSchema>;
export type StorageLesson = Extract<Lesson, { fact: 'storage' }>;
export type SettingLesson = Exclude<Lesson, StorageLesson>;

/** The facts that can be taught. */
export const teachable = ['storage', 'popDeletion', 'sentCopies'] as const;
export type Teachable = (typeof teachable)[number];

/** The language of a page: what it says of itself, or that of the words on it. */
export const languageSchema = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/));

const keptSchema = v.pipe(
  v.array(
    v.strictObject({
      host: hostSchema,
      language: languageSchema,
      at: timeSchema,
      lesson: lessonSchema,
    }),
  ),
  v.maxLength(300),
);

/** A lesson, and of which host and language. */
export type KeptLesson = v.InferOutput<typeof keptSchema>[number];

/** What is stored of lessons; none if that is not ours. */
export function lessonsFrom(stored: unknown): KeptLesson[] {
  const result = v.safeParse(keptSchema, stored);
  return result.success ? result.output : [];
}

/** Whether something is stored as lessons that is none of ours. */
export const isDamaged = (stored: unknown) => stored !== undefined && !v.is(keptSchema, stored);

type About = Pick<KeptLesson, 'host' | 'language'> & { fact: Teachable };

const isAbout = (kept: KeptLesson, { host, language, fact }: About) =>
  kept.host === host && kept.language === language && kept.lesson.fact === fact;

/** The lessons with one more, in place of an older one of the same; a setting's other values stay known. */
export function withLesson(all: readonly KeptLesson[], next: KeptLesson): KeptLesson[] {
  const about = { ...next, fact: next.lesson.fact };
  const before = all.find((kept) => isAbout(kept, about))?.lesson;
  const lesson = merged(before, next.lesson);
  return [...withoutLesson(all, about), { ...next, lesson }].slice(-300);
}

/** The lessons without that of one fact, on one host and in one language. */
export const withoutLesson = (all: readonly KeptLesson[], about: About): KeptLesson[] =>
  all.filter((kept) => !isAbout(kept, about));

function merged(before: Lesson | undefined, next: Lesson): Lesson {
  if (!before || before.fact === 'storage' || next.fact === 'storage') return next;
  if (before.fact !== next.fact || before.name !== next.name || before.kind !== next.kind)
    return next;
  const fresh = new Set(next.values.map((one) => one.words));
  const others = before.values.filter((one) => !fresh.has(one.words));
  return { ...next, values: [...others, ...next.values].slice(-8) } as Lesson;
}
