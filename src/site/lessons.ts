/** Reads a setting by what the user taught us of it; all guards of a known name hold for a taught one. */
import type { Facts } from '../core/facts.ts';
import type { Lesson, SettingLesson } from '../core/lessons.ts';
import type { SettingsPage } from '../core/place.ts';
import type { HostWays } from '../core/ways.ts';
import type { Choice } from './choices.ts';
import { attributeOf, contains } from './dom.ts';
import { languageOf, nameIn } from './lexicon/index.ts';
import type { Seen } from './readers/seen.ts';
import { bits } from './readers/sent-copies.ts';
import { canBeName, choiceNamedAt } from './setting.ts';
import type { Survey } from './survey.ts';

/** What was taught in the language of a page, and the paths of its host. */
export interface Taught {
  lessons: readonly Lesson[];
  ways: HostWays;
}

export const nothingTaught: Taught = { lessons: [], ways: {} };

type LessonOf<F> = Extract<Lesson, { fact: F }>;

/** The lesson of a fact, if there is one. */
export const lessonOf = <F extends Lesson['fact']>({ lessons }: Taught, fact: F) =>
  lessons.find((lesson): lesson is LessonOf<F> => lesson.fact === fact);

/** The settings page of which a path was learned. */
export const pageAt = ({ lessons, ways }: Taught, path: string): SettingsPage | undefined =>
  lessons
    .flatMap((lesson) => (lesson.fact === 'storage' ? [] : [lesson.page]))
    .find((page) => ways[page] === path);

/** The language that a page says it is in, or else that of the words on it. */
export function pageLanguage(document: Document, shown: readonly string[]): string {
  const said = (attributeOf(document.documentElement, 'lang') ?? '').toLowerCase();
  if (/^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/.test(said)) return said;
  return languageOf(shown)?.toLowerCase() ?? 'und';
}

/** A taught setting found: its control, and the text that names it. */
export interface TaughtSetting {
  choice: Choice;
  label: Element;
}

/** The one control of its kind that carries a taught name, wherever the name stands; else nothing. */
export function settingCalled(
  survey: Survey,
  { name, kind }: Pick<SettingLesson, 'name' | 'kind'>,
): TaughtSetting | undefined {
  const labels = survey.taught
    .filter((hit) => hit.name === name && canBeName(hit.element))
    .map(({ element }) => element);
  const choices = labels.map((label) => choiceNamedAt(label, () => false));
  const [choice] = choices;
  const [label] = labels;
  if (!choice || !label || choice.kind !== kind) return undefined;
  return choices.every((other) => other?.element === choice.element)
    ? { choice, label }
    : undefined;
}

/** What a control shows, as words that can be taught: of a switch also on or off. */
export function wordsOf({ chosen, word }: Choice): string | undefined {
  if (typeof chosen === 'string') return nameIn(chosen) || undefined;
  if (chosen === undefined) return undefined;
  return `${chosen ? 'on' : 'off'} ${nameIn(word ?? '')}`.trim();
}

/** What the page says of a setting that was taught; nothing where it does not stand there as it did. */
export function readTaught<L extends SettingLesson>(
  survey: Survey,
  lesson: L | undefined,
): (Seen<Facts[L['fact']]> & { label: Element }) | undefined {
  const found = lesson && settingCalled(survey, lesson);
  if (!found) return undefined;
  const { choice, label } = found;
  const shown = wordsOf(choice);
  const { element } = choice;
  if (shown === undefined) return { error: 'no-value', element, label };
  const meaning = lesson.values.find(({ words }) => words === shown)?.value;
  if (meaning === undefined) return { error: 'unknown-value', element, label };
  const value = lesson.fact === 'sentCopies' ? bits[meaning as keyof typeof bits] : meaning;
  return { value: value as Facts[L['fact']], element, label };
}

/**
 * What a page says by the words that we know and by those that were taught: ours come first, and
 * where the two differ nobody can tell.
 */
export function bothOf<T>(
  known: Seen<T> | undefined,
  taught: (Seen<T> & { label: Element }) | undefined,
): Seen<T> | undefined {
  if (!known || !taught) return known ?? taught;
  const { element } = known;
  if ('error' in known && known.error === 'switched-off') return known;
  const isSame = element === taught.element || contains(taught.label, element);
  if (!isSame) return { error: 'conflict', element };
  if ('error' in known) return known.error === 'conflict' ? known : taught;
  if ('error' in taught) return known;
  const agree = JSON.stringify(known.value) === JSON.stringify(taught.value);
  return agree ? known : { error: 'conflict', element };
}
