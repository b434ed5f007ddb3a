/** What the webmail itself calls things, in the language that it shows. */
import type { SettingsPage } from '../core/place.ts';
import { type Language, languageOf, languages, nameIn } from './lexicon/index.ts';
import type { Look } from './read.ts';

/** The webmail's words for the steps to a setting and for its values. */
export interface Names {
  settings: string;
  more: string;
  page: string;
  field: string;
  target: string;
  save: string;
  /** The words for each value, by its name in the lexicon. */
  values: Record<string, string>;
}

/**
 * The names along the way to a setting, as the page itself has them, or else in its language; the
 * language of a page that has none of them is the given one.
 */
export function namesFor(setting: SettingsPage, { survey, fields }: Look, fallback: string): Names {
  const hits = [survey.labels, survey.pages, survey.entries, survey.folders].flat();
  const shown = hits.map(({ name }) => name);
  const language: Language = languageOf(shown) ?? (fallback.startsWith('zh') ? 'zh-CN' : 'en');
  const { entries, pages, labels, popDeletion, sentCopies } = languages()[language];
  const label = setting === 'pop' ? 'pop-deletion' : 'save-to-sent';
  const values = setting === 'pop' ? popDeletion : sentCopies;
  const offered = new Set([...shown, ...namesIn(fields[label])]);
  const own = (texts: readonly string[]) =>
    texts.find((text) => offered.has(nameIn(text))) ?? texts[0] ?? '';
  return {
    settings: own(entries.settings),
    more: own(entries['more-settings']),
    page: own(pages[setting]),
    field: own(labels[label]),
    target: own(setting === 'pop' ? popDeletion['not-allowed'] : sentCopies.both),
    save: own(entries.save),
    values: Object.fromEntries(Object.entries(values).map(([name, texts]) => [name, own(texts)])),
  };
}

/** The texts in a control: its values, or the chosen one, as names. */
function namesIn(field: Element | undefined): string[] {
  if (!field) return [];
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  const names: string[] = [];
  while (walker.nextNode() && names.length < 40)
    names.push(nameIn((walker.currentNode as Text).data));
  return names;
}
