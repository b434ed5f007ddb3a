import type { Storage } from '../../core/facts.ts';
import type { Place } from '../../core/place.ts';
import { shareOf } from '../../core/storage.ts';
import {
  boxOf,
  childrenOf,
  classOf,
  closestTo,
  contains,
  elementAfter,
  elementBefore,
  findIn,
  matches,
  outwards,
  parentOf,
  tagOf,
  textOf,
} from '../dom.ts';
import { type Column, columnOf, holdsMail, panelAround } from '../frame.ts';
import { type Line, lineOf, type Statement } from '../storage-line.ts';
import type { Survey } from '../survey.ts';
import { visibleBox, visibleText } from '../visible.ts';
import type { Seen } from './seen.ts';

/** The storage indicator's heights, in CSS pixels: a block of it, and a line or two. */
export const tall = { block: 120, line: 64 };

/**
 * Reads the storage indicator: in the column of folders, else in the account's panel, else on the
 * Account Information page. All that are shown must agree.
 */
export function readStorage(
  document: Document,
  place: Place,
  survey: Survey,
): Seen<Storage> | undefined {
  const column = columnOf(document, survey);
  const found: (Seen<Storage> & { rank: number })[] = [];
  for (const { element, label } of survey.amounts) {
    const rank = rankOf(element, column, place, survey);
    if (rank === undefined) continue;
    const seen = label
      ? labelled(element, label)
      : (statementAt(element, survey) ??
        (column && rank === 2 ? shareAlone(element, column) : undefined));
    if (!seen || (rank === 2 && column && isItem(seen.element, column))) continue;
    const { statement } = seen;
    if (rank === 0 && !seen.line.labelled) continue;
    found.push({ ...statement, element: seen.element, rank });
  }
  found.sort((a, b) => b.rank - a.rank);
  const values = found.filter((seen) => 'value' in seen);
  const [first] = values;
  if (!first || !('value' in first)) return found[0];
  const precise = values.find((seen) => 'value' in seen && !('share' in seen.value)) ?? first;
  const same = found.every(
    (seen) => 'value' in seen && agree(seen.value, (precise as { value: Storage }).value),
  );
  return same ? precise : { error: 'conflict', element: first.element };
}

/** 2 in the column, 1 in the account's panel, 0 on the Account Information page, else nothing. */
export function rankOf(
  element: Element,
  column: Column | undefined,
  place: Place,
  survey: Survey,
): number | undefined {
  const box = visibleBox(element);
  if (!box) return undefined;
  if (panelAround(element, survey)) return 1;
  if (
    closestTo(
      element,
      '[role="dialog"], [role="tooltip"], [role="alert"], [role="status"], [role="log"], [aria-live], dialog',
    )
  )
    return undefined;
  if (column && isIn(column, element, box, survey)) {
    return isListed(element, column.element) ? undefined : 2;
  }
  return place === 'account-information' ? 0 : undefined;
}

/** In the column itself, or below its list of folders and apart from all mail. */
function isIn(column: Column, element: Element, box: DOMRect, survey: Survey): boolean {
  if (contains(column.element, element)) return true;
  const parent = parentOf(element);
  const within = box.left >= column.left - 4 && box.right <= column.right + 4;
  return (
    within &&
    parent !== null &&
    !holdsMail(parent, survey) &&
    box.top >= boxOf(column.list ?? column.element).bottom - 4
  );
}

const named =
  'a, button, label, h1, h2, h3, [role="link"], [role="button"], [role="heading"], [role^="tab"], [role^="menuitem"], [role="treeitem"]';
const lists = 'ul, ol, [role="list"], [role="tree"], [role="menu"], [role="treegrid"]';

/** Whether an element is part of something to press, of a list, or of a table with several rows. */
function isListed(element: Element, within: Element): boolean {
  if (closestTo(element, named) && contains(within, closestTo(element, named))) return true;
  for (const at of outwards(element)) {
    if (matches(at, lists) || (matches(at, 'table') && findIn(at, 'tr').length > 1)) return true;
    if (at === within) break;
  }
  return false;
}

interface Found {
  element: Element;
  statement: Statement;
  line: Line;
}

function labelled(element: Element, label: string): Found | undefined {
  const line = lineOf(label);
  return line?.statement && { element, statement: line.statement, line };
}

/**
 * The statement of which an element shows a part. It is sought outwards, for a heading or a word
 * beside it may turn it round ("Free") or say that it belongs to something else ("Drive").
 */
function statementAt(start: Element, survey: Survey): Found | undefined {
  let best: Found | undefined;
  for (const at of outwards(start)) {
    const { height } = boxOf(at);
    if (height > tall.block || holdsMail(at, survey)) break;
    const text = visibleText(at);
    const line = text === undefined ? undefined : lineOf(text);
    if (!line) break;
    if (line.elsewhere && (!best || line.amounts === best.line.amounts)) return undefined;
    if (best && line.amounts === best.line.amounts && !line.statement) {
      if (height <= tall.line && !best.line.labelled) return undefined;
      break;
    }
    if (
      line.statement &&
      !(best && 'error' in line.statement && line.amounts > best.line.amounts)
    ) {
      best = { element: at, statement: line.statement, line };
    } else if (best) break;
  }
  return best;
}

/**
 * A percentage alone below the list of folders. Any other word or number near it would say that it
 * may be the share of something else, such as an upload.
 */
function shareAlone(start: Element, column: Column): Found | undefined {
  const list = column.list && boxOf(column.list);
  if (!list || boxOf(start).top < list.bottom) return undefined;
  let best: Found | undefined;
  for (const at of outwards(start)) {
    const { top, height } = boxOf(at);
    if (height > tall.block || top < list.bottom) break;
    const line = lineOf(visibleText(at) ?? '');
    if (line?.share === undefined || line.share < 0 || line.share > 1.5) return undefined;
    best = { element: at, statement: { value: { share: line.share } }, line };
  }
  return best;
}

/** Whether an element is one of several alike in the column, as folders are: then it is named by the user. */
export function isItem(element: Element, column: Column): boolean {
  for (const at of outwards(element)) {
    const parent = parentOf(at);
    if (at === column.element || !parent) break;
    const box = boxOf(at);
    const alike = [...childrenOf(parent)].slice(0, 60).filter((other) => {
      if (other === at || tagOf(other) !== tagOf(at) || classOf(other) !== classOf(at))
        return false;
      const beside = boxOf(other);
      if (Math.abs(beside.height - box.height) > 3 || beside.height === 0) return false;
      return (lineOf(visibleText(other) ?? '')?.amounts ?? 0) === 0 && textOf(other)?.trim() !== '';
    });
    if (alike.length > 0 && !standsApart(at, column)) return true;
  }
  return false;
}

/** The last thing in the column, with a gap above it that no list of folders has. */
function standsApart(element: Element, column: Column): boolean {
  const { top, height } = boxOf(element);
  const before = elementBefore(element);
  const after = elementAfter(element);
  const last = !after || !textOf(after)?.trim();
  return (
    last &&
    before !== null &&
    top - boxOf(before).bottom > height &&
    contains(column.element, element)
  );
}

/** Two displays of one thing: the same total and, rounding apart, the same share. */
export function agree(one: Storage, other: Storage): boolean {
  const totals = [one, other].map((storage) => ('total' in storage ? storage.total : undefined));
  if (totals[0] !== undefined && totals[1] !== undefined) {
    if ((totals[0] === null) !== (totals[1] === null)) return false;
    if (totals[0] && totals[1] && Math.abs(totals[0] / totals[1] - 1) > 0.02) return false;
  }
  const [first, second] = [shareOf(one), shareOf(other)];
  return first === undefined || second === undefined || Math.abs(first - second) <= 0.02;
}
