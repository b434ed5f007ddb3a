/** What a page calls a value: the text beside it, and the headings that it stands below. */
import { attributeOf, elementBefore, matches, outwards } from './dom.ts';
import { nameIn } from './lexicon/index.ts';
import { visibleBox, visibleText } from './visible.ts';

/** The text before a value in its row, as a name; empty where there is none. */
export function labelOf(element: Element): string {
  for (const around of [...outwards(element)].slice(0, 4)) {
    for (let at = elementBefore(around); at; at = elementBefore(at)) {
      const text = visibleBox(at) ? visibleText(at)?.trim() : undefined;
      if (text) return nameIn(text);
    }
  }
  return '';
}

const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"], legend, caption, strong, b';

/** The headings over a value, as names, the nearest first, up to one that ends it. */
export function namedOver(element: Element, isLast: (heading: Element) => boolean): string[] {
  const names: string[] = [];
  for (const around of outwards(element)) {
    const region = attributeOf(around, 'aria-label');
    if (region) names.push(nameIn(region));
    for (let at = elementBefore(around); at; at = elementBefore(at)) {
      if (isLast(at)) return names;
      if (matches(at, headings)) names.push(nameIn(visibleText(at) ?? ''));
    }
  }
  return names;
}
