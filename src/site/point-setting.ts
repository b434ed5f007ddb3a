/** Settings that the user can point out: every visible choice of the page, by the words beside it. */
import type { SettingLesson } from '../core/lessons.ts';
import { type Choice, choicesIn } from './choices.ts';
import { attributeOf, bodyOf, closestTo, contains, findIn, outwards, parentOf } from './dom.ts';
import { settingCalled, wordsOf } from './lessons.ts';
import { labelNamed, nameIn } from './lexicon/index.ts';
import type { Label } from './lexicon/lexicon.ts';
import { type Candidate, isMail, type Pointing, type Refusal } from './pointing.ts';
import { surveyOf } from './survey.ts';
import { letter } from './unicode.ts';
import { visibleBox } from './visible.ts';

const pages = { popDeletion: 'pop', sentCopies: 'sending' } as const;
const own: Record<SettingLesson['fact'], readonly Label[]> = {
  popDeletion: ['pop-deletion', 'pop-deletion-forbidden'],
  sentCopies: ['save-to-sent'],
};

/** The webmail's frame: what one chooses there is no setting. */
const frame =
  'nav, header, aside, footer, [role="navigation"], [role="banner"], [role="search"], [role="menu"]';

const longest = 80;

interface Named {
  name: string;
  text: string;
}

/** The settings that can be pointed out on the page as it is now. */
export function settingsToPoint(
  document: Document,
  fact: SettingLesson['fact'],
  hasTouched: (field: Element) => boolean,
): Pointing {
  const choices = choicesIn(bodyOf(document)).filter(({ element }) => !closestTo(element, frame));
  const near = new Map(choices.map((choice) => [choice.element, namesNear(choice)]));
  const names = new Set([...near.values()].flat().map(({ name }) => name));
  const survey = surveyOf(document, { broad: true, names });
  const shown = choices.filter(({ element }) => !isMail(element, survey));

  /** The words by which a choice is found again; several texts may stand near it, one leads back to it. */
  const nameOf = ({ element, kind }: Choice): Named | undefined =>
    near.get(element)?.find(({ name }) => {
      const found = settingCalled(survey, { name, kind });
      return found?.choice.element === element;
    });

  const candidates = shown.map((choice): Candidate & { choice: Choice; named?: Named } => {
    const named = nameOf(choice);
    const value = typeof choice.chosen === 'string' ? choice.chosen : '';
    const text = [named?.text, value].filter(Boolean).join(': ');
    return { element: choice.element, text, choice, ...(named && { named }) };
  });

  const at = (element: Element): Candidate | Refusal => {
    if (isMail(element, survey)) return 'mail';
    const around = candidates.find((one) => contains(one.element, element));
    if (around) return around;
    for (const box of [...outwards(element)].slice(0, 5)) {
      const [inside, ...others] = candidates.filter((one) => contains(box, one.element));
      if (inside) return others.length === 0 ? inside : 'nothing';
    }
    return 'nothing';
  };

  const take: Pointing['take'] = ({ element }) => {
    const candidate = candidates.find((one) => one.element === element);
    if (!candidate) return 'nothing';
    const { choice, named } = candidate;
    if (hasTouched(element)) return 'touched';
    if (!named) {
      const texts = near.get(element) ?? [];
      const isThere = texts.some(({ name }) => survey.taught.some((hit) => hit.name === name));
      return isThere ? 'twice' : 'words';
    }
    const meaning = labelNamed(named.name);
    if (meaning && !own[fact].includes(meaning)) return 'other';
    const words = wordsOf(choice);
    if (words === undefined) return 'value';
    if (words.length > longest) return 'words';
    const value = typeof choice.chosen === 'string' ? choice.chosen : '';
    const lesson = { page: pages[fact], name: named.name, kind: choice.kind, shown: words };
    return { fact, ...lesson, element, text: named.text, value } as ReturnType<Pointing['take']>;
  };
  return { fact, candidates, at, take };
}

/** The texts that may name a choice, the likeliest first: its labels, what stands before it, what behind. */
function namesNear({ element, kind }: Choice): Named[] {
  const control =
    kind === 'buttons'
      ? (findIn(element, 'input, [role="radio"], [aria-pressed]')[0] ?? element)
      : element;
  const inner = [element, ...findIn(element, 'input, [role]')];
  const labels = kind === 'buttons' ? [] : inner.flatMap(labelsOf);
  const before: string[] = [];
  const behind: string[] = [];
  for (const around of [...outwards(parentOf(control) ?? control)].slice(0, 7)) {
    const walker = document.createTreeWalker(around, NodeFilter.SHOW_TEXT);
    let isBehind = false;
    const found: string[] = [];
    for (let count = 0; walker.nextNode() && count < 60; count++) {
      const node = walker.currentNode as Text;
      if (contains(control, node)) {
        isBehind = true;
        continue;
      }
      isBehind ||= Boolean(
        control.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      const text = wholeText(node);
      if (isBehind) behind.push(text);
      else found.push(text);
    }
    before.push(...found.reverse());
    if (before.length > 12) break;
  }
  const found = new Map<string, Named>();
  for (const text of [...labels, ...before, ...(kind === 'switch' ? behind.slice(0, 3) : [])]) {
    const name = nameIn(text);
    const isName = letter().test(name) && name.length <= longest && !name.includes('@');
    if (isName && !found.has(name))
      found.set(name, { name, text: text.replace(/\s+/g, ' ').trim() });
  }
  // What ends as a sentence explains; it names only where nothing else does.
  const explains = ({ text }: Named) => /[.。!！?？]$/.test(text);
  const all = [...found.values()];
  return [...all.filter((one) => !explains(one)), ...all.filter(explains)].slice(0, 16);
}

/** What the page itself says that a control is called. */
function labelsOf(control: Element): string[] {
  const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
  const said = attributeOf(control, 'aria-label');
  return [...labels.map(({ textContent }) => textContent ?? ''), ...(said ? [said] : [])];
}

/** A piece of text, or the whole line that it is a part of. */
function wholeText(node: Text): string {
  let line = parentOf(node);
  if (!line || !visibleBox(line)) return '';
  while (getComputedStyle(line).display === 'inline') {
    const parent = parentOf(line);
    if (!parent) break;
    line = parent;
  }
  const whole = line.textContent ?? '';
  const hasControl = findIn(line, 'input, select, [role="combobox"]').length > 0;
  return whole.length <= longest && !hasControl ? whole : node.data;
}
