/** What was tried when a fact was looked for in vain. Made only when a miss is told, never on a look. */
import type { FactName, ReadingError } from '../core/facts.ts';
import { languagePattern, type Miss } from '../core/misses.ts';
import { choicesIn } from './choices.ts';
import { attributeOf, boxOf, contains, outwards, parentOf } from './dom.ts';
import { columnOf } from './frame.ts';
import { languageOf, nameIn, popDeletionOf, sentCopiesOf } from './lexicon/index.ts';
import { contentOf, settingsNavigation } from './place.ts';
import type { Look } from './read.ts';
import { settingsNamed } from './setting.ts';
import { skeletonOf } from './skeleton.ts';
import type { Hit } from './survey.ts';
import { visibleBox } from './visible.ts';

type Tried = Omit<Miss['tried'], 'path'>;

/** The miss of a fact at a look; `path` is what the paths that were learned say of the page. */
export function missOf(
  name: FactName,
  error: ReadingError,
  look: Look,
  path: Miss['tried']['path'],
  now: number,
): Miss {
  const { place, due, sign } = look;
  const isOfPage = name !== 'storage' && due !== undefined;
  return {
    at: now,
    error,
    place,
    ...(isOfPage && { page: due }),
    ...(isOfPage && sign && { sign }),
    language: languagesOf(look),
    tried: { ...triedOf(name, look), path: isOfPage ? path : 'none' },
    skeleton: partOf(name, look),
  };
}

/** What the document says of its language, and that of the lexicon to which most of its words belong. */
function languagesOf({ survey }: Look): Miss['language'] {
  const hits = [survey.labels, survey.pages, survey.entries, survey.folders].flat();
  const words = languageOf(hits.map(({ name }) => name));
  const page = (attributeOf(document.documentElement, 'lang') ?? '').replaceAll('_', '-');
  return { ...(languagePattern.test(page) && { page }), ...(words && { words }) };
}

/** How many texts name the fact, how many controls stand beside them, and how many say a known value. */
function triedOf(name: FactName, { survey, due }: Look): Tried {
  const count = (all: readonly unknown[]) => Math.min(all.length, 99);
  const shown = (hits: readonly Hit<string>[], meaning: string) =>
    hits.filter((hit) => hit.meaning.startsWith(meaning) && visibleBox(hit.element));
  if (name === 'storage') return { names: count(survey.amounts), controls: 0, values: 0 };
  if (name === 'popDeletion' || name === 'sentCopies') {
    const isPop = name === 'popDeletion';
    const label = isPop ? 'pop-deletion' : 'save-to-sent';
    const isValue = (text: string) =>
      (isPop ? popDeletionOf : sentCopiesOf)(nameIn(text)) !== undefined;
    const settings = settingsNamed(survey, label, isValue);
    const values = settings.filter(({ choice }) => isValue(String(choice.chosen)));
    return {
      names: count(shown(survey.labels, label)),
      controls: count(settings),
      values: count(values),
    };
  }
  const content = due && contentOf(survey, due);
  const inside = shown(survey.pages, name).filter(
    ({ element }) => content && contains(content, element),
  );
  return {
    names: count(inside),
    controls: content ? count(choicesIn(content)) : 0,
    values: 0,
  };
}

/** The skeleton of where the fact should stand. */
function partOf(name: FactName, { survey, place, due }: Look): string[] {
  if (name === 'storage' && place !== 'account-information') {
    const column = columnOf(document, survey);
    return column ? skeletonOf(column.element, column.list) : [];
  }
  const navigation = settingsNavigation(survey);
  const page = name === 'storage' ? 'account' : (due ?? 'other');
  const content = contentOf(survey, page) ?? beside(navigation) ?? document.body;
  return skeletonOf(content, navigation);
}

/** The box in which the settings' navigation has something beside it. */
function beside(navigation: Element | undefined): Element | undefined {
  const start = navigation && parentOf(navigation);
  if (!start) return undefined;
  return [...outwards(start)].find((around) => boxOf(around).width > 0.6 * innerWidth);
}
