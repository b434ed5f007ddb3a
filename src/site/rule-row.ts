/** One row of a list of rules: its name, what it says, and whether it is on. */
import { attributeOf, boxOf, closestTo, findIn, matches } from './dom.ts';
import {
  controlName,
  headlines,
  isHeading,
  isVisible,
  type Piece,
  piecesIn,
  pressables,
  shownAround,
  stateIn,
  switches,
} from './drawn.ts';
import { nameIn } from './lexicon/index.ts';
import { columns, turnsOff, turnsOn } from './lexicon/rules.ts';
import { actionsIn, conditionsIn, type RuleText, ruleIn, sentenceIn } from './rule-text.ts';
import { letterOrNumber } from './unicode.ts';

/** One row: its element, its texts, what they say, and whether the rule is on as far as the row shows it. */
export interface RuleRow {
  element: Element;
  /** Absent where the list has no names. */
  name: string | undefined;
  text: string;
  says: RuleText;
  on: boolean | undefined;
}

export type Column = 'name' | 'conditions' | 'actions' | 'state' | 'other';
export const columnOf = (text: string): Column | undefined => {
  const name = nameIn(text);
  return columns().find(([pattern]) => pattern.test(name))?.[1];
};

/** An element that holds one rule; of a table also what its columns are. */
export interface Unit {
  element: Element;
  /** What belongs to it but stands beside it, as the definitions behind a term. */
  others?: Element[];
  cells?: [column: Column | undefined, element: Element][];
}

/** A row read: its state, its name, and the rest as a rule. */
export function rowIn({ element, others = [], cells }: Unit): RuleRow | undefined {
  const on = [element, ...others].map(stateOf).reduce(agreed, undefined);
  if (cells) {
    const columnText = (column: Column) =>
      cells
        .filter(([meaning]) => meaning === column)
        .map(([, cell]) => joined(piecesIn(cell)))
        .join('; ');
    const hasNames = cells.some(([meaning]) => meaning === 'name');
    const [name, conditions, actions] = [
      columnText('name'),
      columnText('conditions'),
      columnText('actions'),
    ];
    const said = columnText('state');
    // A column of an unknown name, or the one of the row's own controls, may hold the missing half.
    const rest = cells
      .filter(([meaning]) => meaning === undefined || meaning === 'other')
      .map(([, cell]) => joined(piecesIn(cell)))
      .filter((text) => letterOrNumber().test(text));
    const has = (column: Column) => cells.some(([meaning]) => meaning === column);
    const missing = has('actions')
      ? rest.find((text) => conditionsIn(text).when !== undefined)
      : rest.find((text) => actionsIn(text).does !== undefined);
    const says = has('conditions')
      ? has('actions') || missing !== undefined
        ? ruleIn(conditions, has('actions') ? actions : (missing ?? ''))
        : sentenceIn(conditions)
      : has('actions') && missing !== undefined
        ? ruleIn(missing, actions)
        : sentenceIn([conditions, actions, ...rest].filter(Boolean).join('\n'));
    return {
      element,
      name: hasNames ? name : undefined,
      text: [conditions, actions, missing ?? ''].join('\n'),
      says,
      on: agreed(on, stateIn(said)),
    };
  }
  const pieces = [element, ...others].flatMap((part) => piecesIn(part));
  const texts = pieces.filter(
    ({ text, block }) =>
      (stateIn(text) === undefined || isHeading(block)) &&
      !/^[\d\s#]+[.)、]?$|^[·|•/—–-]+$/.test(text),
  );
  const said = pieces
    .filter(({ text, block }, index) => {
      // "Enabled: No": the first is what the second answers.
      const isLabel =
        columnOf(text) === 'state' && stateIn(pieces[index + 1]?.text ?? '') !== undefined;
      return !isHeading(block) && !isLabel;
    })
    .map(({ text }) => stateIn(text))
    .filter((state) => state !== undefined);
  if (texts.length === 0) return undefined;
  const parts = partsOf(texts, element);
  const states = [on, ...said, parts.state].filter((state) => state !== undefined);
  const isClear = states.every((state) => state === states[0]);
  return { element, ...parts, on: isClear ? states[0] : undefined };
}

const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('; ');

type Parts = Pick<RuleRow, 'name' | 'text' | 'says'> & { state?: boolean | undefined };

/** The name of a rule and what it says, from the pieces of a row that has no columns. */
function partsOf(pieces: readonly Piece[], element: Element): Parts {
  const labelled = labelledParts(pieces);
  if (labelled) return labelled;
  const [first, ...others] = pieces;
  if (!first) return { name: undefined, text: '', says: sentenceIn('') };
  const rest = others.map(({ text }) => text);
  const whole = pieces.map(({ text }) => text);
  const isNamed =
    first.bold ||
    closestTo(first.block, `${headlines}, a`) !== null ||
    isWhole(readLines(rest)) ||
    (rest.length > 0 &&
      conditionsIn(first.text).when === undefined &&
      sentenceIn(first.text).does === undefined);
  if (isNamed || rest.length > 1) {
    return { name: first.text, text: rest.join('\n'), says: readLines(rest) };
  }
  const says = readLines(whole);
  // A text alone may be a mere name; only one that is a whole rule is believed.
  const isRule = whole.length > 1 || isWhole(says);
  if (!isRule) return { name: first.text, text: '', says: sentenceIn('') };
  const hasHead = findIn(element, headlines).length > 0;
  return { name: hasHead ? '' : undefined, text: whole.join('\n'), says };
}

const isWhole = ({ does, when }: RuleText) => does !== undefined && when !== undefined;

/** Two lines are conditions and actions; else it is one sentence. */
function readLines(lines: readonly string[]): RuleText {
  if (lines.length === 2) {
    const both = ruleIn(lines[0] ?? '', lines[1] ?? '');
    if (both.when) return both;
  }
  return sentenceIn(lines.join('\n'));
}

/** Parts that are named on the row itself: "Conditions: …", "Actions: …". */
function labelledParts(drawn: readonly Piece[]): Parts | undefined {
  // Several parts may stand in one line, each behind its label.
  const pieces = drawn.flatMap((piece) =>
    piece.text
      .split(/[;；|]\s*(?=[^:：;；|]{1,20}[:：])/)
      .map((text) => ({ ...piece, text: text.trim() })),
  );
  const parts = new Map<Column, string[]>();
  let at: Column | undefined;
  const before: Piece[] = [];
  // "Name" alone may be a rule's name.
  const isLabelled = pieces.some(({ text }) =>
    ['conditions', 'actions'].includes(columnOf(text) ?? ''),
  );
  for (const piece of pieces) {
    const match = /^(?<label>[^:：]{1,40})[:：]\s*(?<value>.*)$/s.exec(piece.text);
    const own = columnOf(piece.text) ?? undefined;
    const named = match?.groups && columnOf(match.groups['label'] ?? '');
    if (own && own !== 'other' && (own !== 'name' || isLabelled)) at = own;
    else if (named && named !== 'other') {
      at = named;
      parts.set(at, [...(parts.get(at) ?? []), match.groups?.['value'] ?? '']);
    } else if (at) parts.set(at, [...(parts.get(at) ?? []), piece.text]);
    else before.push(piece);
  }
  if (!parts.has('conditions') && !parts.has('actions')) return undefined;
  const text = (column: Column) => (parts.get(column) ?? []).filter(Boolean).join('; ');
  const name = parts.has('name') ? text('name') : before[0]?.text;
  return {
    name,
    text: `${text('conditions')}\n${text('actions')}`,
    says: ruleIn(text('conditions'), text('actions')),
    state: stateIn(text('state')),
  };
}

/** Whether the rule is on, by the row's switch, by a button that would turn it round, or by an icon. */
function stateOf(element: Element): boolean | undefined {
  const real = [...findIn(element, switches)].filter(
    (one) => isVisible(shownAround(one)) && !isForChoosing(one, element),
  );
  const states = real.map((one) =>
    one instanceof HTMLInputElement
      ? one.checked
      : (attributeOf(one, 'aria-checked') ?? attributeOf(one, 'aria-pressed')) === 'true',
  );
  for (const control of findIn(element, pressables)) {
    const name = controlName(control);
    if (matches(control, '[role="switch"]') || !isVisible(control)) continue;
    if (turnsOff().test(name)) states.push(true);
    else if (turnsOn().test(name)) states.push(false);
  }
  for (const icon of findIn(element, '[role="img"][aria-label]')) {
    const label = attributeOf(icon, 'aria-label') ?? '';
    const said = isVisible(icon) ? stateIn(label) : undefined;
    // Yes and no may answer another question.
    if (said !== undefined && !/^(?:yes|no|是|否|はい|いいえ)$/i.test(label.trim()))
      states.push(said);
  }
  const [first] = states;
  return states.every((state) => state === first) ? first : undefined;
}

/** A box at the start of a row chooses the row; it says nothing of the rule, unless its label does. */
function isForChoosing(element: Element, row: Element): boolean {
  if (!matches(element, 'input[type="checkbox"], [role="checkbox"]')) return false;
  if (attributeOf(element, 'role') === 'switch') return false;
  const label = `${attributeOf(element, 'aria-label') ?? ''} ${attributeOf(element, 'title') ?? ''}`;
  if (/enable|active|on\b|off\b|启用|停用|开|關|啟用|有効|無効/i.test(label)) return false;
  const box = boxOf(shownAround(element));
  const around = boxOf(row);
  return (
    box.left + box.width / 2 < around.left + 0.15 * around.width ||
    /select|choose|选择|選取|選択/i.test(label)
  );
}

/** What two signs say together: nothing where they contradict each other. */
function agreed(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one === other ? one : undefined;
}
