import type { Storage } from '../../core/facts.ts';
import type { StorageLesson } from '../../core/lessons.ts';
import type { Place } from '../../core/place.ts';
import { boxOf, contains, outwards } from '../dom.ts';
import { type Column, columnOf, holdsMail } from '../frame.ts';
import type { Survey } from '../survey.ts';
import { bare, type Cut, cutAtNumbers, storageBy } from '../taught-line.ts';
import { visibleText } from '../visible.ts';
import type { Seen } from './seen.ts';
import { agree, isItem, rankOf, tall } from './storage.ts';

/** A line with numbers: all that stands closely around them, and its text cut at them. */
export interface FoundLine {
  element: Element;
  cut: Cut;
}

/** The line around an element: what is around it as far as that still is one short block without mail. */
export function lineAround(start: Element, survey: Survey): FoundLine | undefined {
  let best: FoundLine | undefined;
  for (const at of outwards(start)) {
    if (boxOf(at).height > tall.block || holdsMail(at, survey)) break;
    if (survey.folders.some(({ element }) => contains(at, element))) break;
    const cut = cutAtNumbers(visibleText(at) ?? '');
    if (cut) best = { element: at, cut };
    else if (best) break;
  }
  return best;
}

const places = ['account', 'panel', 'column'] as const;

/** Where a storage line may be taught and read: the same places in which a known one counts. */
export function linePlace(
  element: Element,
  column: Column | undefined,
  place: Place,
  survey: Survey,
): StorageLesson['place'] | undefined {
  const rank = rankOf(element, column, place, survey);
  if (rank === undefined || (rank === 2 && column && isItem(element, column))) return undefined;
  return places[rank];
}

/** The lines in a place that are as a lesson says, its numbers apart. */
export function linesLike(
  lesson: Pick<StorageLesson, 'place' | 'words'>,
  document: Document,
  place: Place,
  survey: Survey,
): FoundLine[] {
  const wanted = bare(lesson.words);
  const column = columnOf(document, survey);
  const lines: FoundLine[] = [];
  for (const { text, element } of survey.figures) {
    const piece = cutAtNumbers(text);
    // Most texts with numbers are the counts of folders; those are not even measured.
    if (!piece || !wanted.includes(bare(piece.words).replace(/#b$/, '#'))) continue;
    const line = lineAround(element, survey);
    if (!line || bare(line.cut.words) !== wanted) continue;
    if (lines.some((other) => other.element === line.element)) continue;
    if (linePlace(element, column, place, survey) === lesson.place) lines.push(line);
  }
  return lines;
}

/** What the page says of the storage by the line that was taught; nothing where it is not there once. */
export function readTaughtStorage(
  document: Document,
  place: Place,
  survey: Survey,
  lesson: StorageLesson | undefined,
): Seen<Storage> | undefined {
  if (!lesson) return undefined;
  const [line, ...others] = linesLike(lesson, document, place, survey);
  const said = line && others.length === 0 ? storageBy(lesson, line.cut) : undefined;
  return line && said && { ...said, element: line.element };
}

/** What was read by the words that we know, and by what was taught: ours comes first, and must not be contradicted. */
export function bothStorages(
  known: Seen<Storage> | undefined,
  taught: Seen<Storage> | undefined,
): Seen<Storage> | undefined {
  if (!known || !taught) return known ?? taught;
  if ('error' in known) return taught;
  if ('error' in taught) return known;
  return agree(known.value, taught.value) ? known : { error: 'conflict', element: known.element };
}

/** In CSS pixels: a narrower column is folded, and shows no storage line. */
const narrow = 120;

/** Whether a taught line has to be on this page: beside the folders where mail is read. */
export function isLineDue(
  lesson: StorageLesson,
  document: Document,
  place: Place,
  survey: Survey,
): boolean {
  if (lesson.place !== 'column') {
    return lesson.place === 'account' && place === 'account-information';
  }
  const column = columnOf(document, survey);
  const isReading = place === 'mail' || place === 'search';
  return isReading && column !== undefined && column.right - column.left >= narrow;
}
