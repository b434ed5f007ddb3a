/** A storage line whose words we do not know: cut at its numbers, and read as the user taught it. */
import type { ReadingError, Storage } from '../core/facts.ts';
import type { StorageLesson } from '../core/lessons.ts';
import { normal } from './lexicon/lexicon.ts';
import { noLimit } from './storage-line.ts';
import { amountOf, number } from './storage-words.ts';
import { unicode } from './unicode.ts';

export type Unit = NonNullable<Slot['unit']>;
type Slot = StorageLesson['slots'][number];

/** A number as it stands in a text. */
export interface Figure {
  printed: string;
  /** Its unit where that is one that we know, or a percent sign. */
  unit: Unit | '%' | undefined;
  /** The word behind a number whose unit we do not know. */
  after: string;
  /** What it may mean; one that can be read in two ways is not used. */
  values: number[];
}

/** The words of a line with a mark in place of each number, and the numbers. */
export interface Cut {
  words: string;
  figures: Figure[];
}

const longest = 80;

/** A number with its unit, if it has one. */
const figure = unicode(
  `(${number})(?: ?(%)| ?(?:([kmgt])i?b?|(b|bytes?))(?!\\p{Script=Latin}))?`,
  'gu',
);
const word = unicode(String.raw`^ ?(\p{L}+)`);
const twoLetters = unicode(String.raw`\p{L}{2}`);

/** Cuts a text at its numbers; nothing where it has none, or is no short line. */
export function cutAtNumbers(raw: string): Cut | undefined {
  const text = normal(raw).replace(/[\s|]+/g, ' ');
  if (text.length > longest || text.includes('@')) return undefined;
  const figures: Figure[] = [];
  const words = text.replace(figure(), (whole, printed: string, percent, letter, b, ...rest) => {
    const at = rest[0] as number;
    const unit = percent ? '%' : letter ? (letter as Unit) : b ? 'b' : undefined;
    const after = unit ? '' : (word().exec(text.slice(at + whole.length))?.[1] ?? '');
    const values = amountOf('', printed, 1)?.values ?? [];
    figures.push({ printed, unit, after, values });
    return unit === '%' ? '#%' : unit ? '#b' : '#';
  });
  return figures.length > 0 ? { words: words.trim(), figures } : undefined;
}

/** The form in which two lines are the same: spaces differ with every layout. */
export const bare = (words: string) => words.replaceAll(' ', '');

/** Whether a line has letters besides its numbers, by which it can be known again. */
export const hasWords = ({ words }: Cut) => twoLetters().test(words.replace(/#b/g, ''));

const powers: Record<Unit, number> = { b: 0, k: 1, m: 2, g: 3, t: 4 };

/** How far a printed share may be off from that of the sizes beside it. */
const slack = 0.0151;

/** What a line says by what its numbers were taught to be; nothing where it is another line. */
export function storageBy(
  { words, slots }: Pick<StorageLesson, 'words' | 'slots'>,
  cut: Cut,
): { value: Storage } | { error: ReadingError } | undefined {
  if (bare(cut.words) !== bare(words) || cut.figures.length !== slots.length) return undefined;
  const said: Partial<Record<Slot['is'], number>> = {};
  for (const [index, { is, unit }] of slots.entries()) {
    if (is === 'other') continue;
    const value = amountIn(cut.figures[index] as Figure, unit);
    if (value === undefined || said[is] !== undefined) return { error: 'unknown-value' };
    said[is] = value;
  }
  const { used, total, free } = said;
  const freeShare = said['free-share'];
  const share = said.share ?? (freeShare === undefined ? undefined : 1 - freeShare);
  const part = used ?? (total === undefined || free === undefined ? undefined : total - free);
  if (part === undefined) {
    if (share === undefined) return { error: 'unknown-value' };
    return share >= 0 && share <= 2 ? { value: { share } } : { error: 'impossible' };
  }
  if (total === undefined) return { value: { used: Math.round(part), total: null } };
  const off = share === undefined ? 0 : Math.abs(share - part / total);
  if (total <= 0 || part < 0 || part > 2 * total || off > slack) return { error: 'impossible' };
  const whole = total >= noLimit ? null : Math.round(total);
  return { value: { used: Math.round(part), total: whole } };
}

/** A size in bytes, or a percentage as a share; nothing where it can be meant in two ways. */
function amountIn({ unit, values }: Figure, taught: Unit | undefined): number | undefined {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0) return undefined;
  if (unit === '%') return value / 100;
  const own = unit ?? taught;
  return own ? value * 1024 ** powers[own] : undefined;
}

/** One way to understand a line: what each number is, and what the line then says. */
export interface Offer {
  slots: Slot[];
  storage: Storage;
  /** The first number is what is free, not what is used. */
  isFree: boolean;
}

/** The sane ways to understand a line; `units` are those that the user gave by the words behind numbers. */
export function offersOf(cut: Cut, units: Readonly<Record<string, Unit>>): Offer[] {
  const given = cut.figures.map((figure) => (figure.unit ? undefined : units[figure.after]));
  const sizes = cut.figures.flatMap((figure, at) => {
    const value = figure.unit === '%' ? undefined : amountIn(figure, given[at]);
    return value === undefined ? [] : [{ at, value }];
  });
  const shares = cut.figures.flatMap((figure, at) => (figure.unit === '%' ? [at] : []));
  const total = [...sizes].sort((a, b) => a.value - b.value).at(-1);
  const offers: Offer[] = [];
  const offer = (is: Partial<Record<number, Slot['is']>>) => {
    const slots = given.map((unit, at): Slot => {
      const role = is[at] ?? 'other';
      return { is: role, ...(unit && role !== 'other' && { unit }) };
    });
    const said = storageBy({ words: cut.words, slots }, cut);
    if (!said || 'error' in said) return false;
    const isFree = slots.some((one) => one.is === 'free' || one.is === 'free-share');
    offers.push({ slots, storage: said.value, isFree });
    return true;
  };
  if (!total) {
    for (const at of shares) for (const is of ['share', 'free-share'] as const) offer({ [at]: is });
  } else if (sizes.length === 1) {
    if (shares.length === 0) offer({ [total.at]: 'used' });
    for (const at of shares) for (const is of ['share', 'free-share'] as const) offer({ [at]: is });
  }
  for (const { at } of sizes.filter((size) => size !== total)) {
    for (const is of ['used', 'free'] as const) {
      const pair = { [at]: is, [(total as { at: number }).at]: 'total' } as const;
      // A percentage beside the sizes has to agree with them, from then on too.
      const [share] = shares;
      if (share === undefined) offer(pair);
      else for (const of of ['share', 'free-share'] as const) offer({ ...pair, [share]: of });
    }
  }
  return offers.slice(0, 6);
}
