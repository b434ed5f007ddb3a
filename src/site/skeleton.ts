/** The skeleton of a part of the page, for a report of what was not understood. */
import { lineOf, type Meaning, most, roles, tags } from '../core/skeleton.ts';
import { attributeOf, childrenOf, firstChildOf, isShown, nextOf, tagOf } from './dom.ts';
import {
  entryNamed,
  folderNamed,
  forwardingNamed,
  labelNamed,
  nameIn,
  pageNamed,
  popDeletionOf,
  sentCopiesOf,
} from './lexicon/index.ts';

/** What is inside of these is drawn by the browser, or is somebody's mail. */
const closed = ['article', 'iframe', 'svg', 'textarea'];
const never = ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'];

/** The skeleton of an element without one part of it, as `core/skeleton.ts` has it. */
export function skeletonOf(root: Element, without: Element | undefined): string[] {
  const lines: string[] = [];
  let room = most.characters;
  const write = (line: string) => {
    room -= line.length;
    if (room > 0 && lines.length < most.lines) lines.push(line);
  };

  const visit = (element: Element, depth: number) => {
    if (element === without || never.includes(tagOf(element)) || !isShown(element)) return;
    if (lines.length >= most.lines || room <= 0) return;
    const tag = nameOf(element);
    const [role, says] = [roleOf(element), meaningOf(element)];
    const inner = closed.includes(tag) ? [] : [...childrenOf(element)];
    const isWrapper = (tag === 'div' || tag === 'span') && !role && !says && inner.length === 1;
    if (!isWrapper) write(lineOf(depth, tag, role, says));
    for (const child of inner.slice(0, most.siblings)) visit(child, depth + 1);
    if (inner.length > most.siblings) write(lineOf(depth + 1, 'more'));
  };
  visit(root, 0);
  if (room <= 0 || lines.length >= most.lines) lines[lines.length - 1] = lineOf(0, 'more');
  return lines;
}

function nameOf(element: Element): string {
  const name = tagOf(element).toLowerCase();
  return tags.includes(name) ? name : 'other';
}

/** The role of an element, if it is a known one; a field for text has the role of its kind. */
function roleOf(element: Element): string | undefined {
  const role = attributeOf(element, 'role') ?? '';
  if (roles.includes(role)) return role;
  if (!(element instanceof HTMLInputElement)) return undefined;
  return ['checkbox', 'radio', 'button'].find((type) => type === element.type) ?? 'textbox';
}

/** What an element's own name or text says, if it has one; its meaning only where that is known. */
function meaningOf(element: Element): Meaning | undefined {
  const label = attributeOf(element, 'aria-label') ?? '';
  const known = wordIn(label);
  if (known) return known;
  let text = '';
  for (let child = firstChildOf(element); child && text.length < 200; child = nextOf(child))
    if (child instanceof Text) text += child.data;
  if (text.trim() === '') return label.trim() === '' ? undefined : 'text';
  return wordIn(text) ?? 'text';
}

/** What names mean, by their kinds in the skeleton. */
const kinds = {
  page: pageNamed,
  label: labelNamed,
  value: (name: string) => popDeletionOf(name) ?? sentCopiesOf(name),
  entry: entryNamed,
  folder: folderNamed,
  forwarding: forwardingNamed,
};

function wordIn(text: string): Meaning | undefined {
  const name = text.length > 100 ? '' : nameIn(text);
  if (name === '') return undefined;
  for (const [kind, meaningOf] of Object.entries(kinds)) {
    const meaning = meaningOf(name);
    if (meaning) return `${kind}:${meaning}` as Meaning;
  }
  return undefined;
}
