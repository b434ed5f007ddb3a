/** Storage lines that the user can point out: short texts with numbers in the webmail's own frame. */
import type { Place } from '../core/place.ts';
import { columnOf } from './frame.ts';
import { type Candidate, isMail, type Pointing, type Refusal } from './pointing.ts';
import { type FoundLine, lineAround, linePlace, linesLike } from './readers/taught-storage.ts';
import { surveyOf } from './survey.ts';
import { hasWords } from './taught-line.ts';
import { visibleText } from './visible.ts';

/** The lines that can be pointed out on the page as it is now. */
export function linesToPoint(document: Document, place: Place): Pointing {
  const broad = place === 'settings' || place === 'account-information';
  const survey = surveyOf(document, { broad, figures: true });
  const column = columnOf(document, survey);
  const placeOf = (element: Element) => linePlace(element, column, place, survey);

  const candidateOf = (line: FoundLine): Candidate => {
    const text = visibleText(line.element) ?? '';
    return { element: line.element, text: text.replace(/[\s|]+/g, ' ').trim() };
  };
  const found = survey.figures.flatMap(({ element }) => lineAround(element, survey) ?? []);
  const candidates = found
    .filter(({ element }, at) => found.findIndex((one) => one.element === element) === at)
    .filter(({ element }) => placeOf(element) !== undefined)
    .map(candidateOf);

  const at = (element: Element): Candidate | Refusal => {
    if (isMail(element, survey)) return 'mail';
    const line = lineAround(element, survey);
    return line ? candidateOf(line) : 'nothing';
  };

  const take: Pointing['take'] = ({ element, text }) => {
    const line = lineAround(element, survey);
    if (line?.element !== element) return 'nothing';
    const { cut } = line;
    if (!hasWords(cut) || cut.figures.length > 4) return 'words';
    const where = placeOf(element);
    if (!where) return 'place';
    const lesson = { fact: 'storage', place: where, words: cut.words } as const;
    const [only, ...others] = linesLike(lesson, document, place, survey);
    if (only?.element !== element) return 'place';
    return others.length > 0 ? 'twice' : { ...lesson, element, text, cut };
  };
  return { fact: 'storage', candidates, at, take };
}
