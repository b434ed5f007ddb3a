/** Cuts the text of a storage indicator into sizes, percentages, words and separators. */
import { normal, storageMeaning, storageWords } from './lexicon/index.ts';
import type { StorageWord } from './lexicon/lexicon.ts';
import { unicode } from './unicode.ts';

/** A number as it may be meant: 1.024 is one and a bit, or a thousand and twenty-four. */
export interface Amount {
  /** Possible values; for a size in bytes, for a percentage as a share. The likelier one first. */
  values: number[];
  /** How much the last printed digit is worth, in the same unit. */
  step: number;
  negative: boolean;
  /** Whether only a guess at the language tells the possible values apart. */
  ambiguous: boolean;
  /** The decimal mark, where the number has both and so gives it away. */
  decimal?: string;
}

export type Token =
  | { kind: 'size'; amount: Amount }
  | { kind: 'percent'; amount: Amount }
  | { kind: 'word'; word: StorageWord }
  | { kind: 'separator'; slash: boolean; line: boolean }
  | { kind: 'number' | 'unknown' | 'close' };

const units: Record<string, number> = { b: 0, k: 1, m: 2, g: 3, t: 4 };
/**
 * A printed number, for patterns: its marks may group or divide. (`\d\d\d`, for a counted repetition
 * within a repetition makes a pattern five times as large.)
 */
export const number = String.raw`\d\d?\d?(?:[ ']\d\d\d)+(?:[.,]\d+)?(?![\d.,'])|\d+(?:[.,]\d+)*|(?<![^\s:(/])\.\d+`;
const patterns = {
  amount: new RegExp(number, 'y'),
  /** Whether it ends there `isWhole` tells: a class of all letters is slow. */
  unit: / ?(?:(%)|([kmgt])i?b?|bytes?|b)/y,
  part: / ?(?:\/|of|out of) ?/y,
  number: /\.?\d[\d.,]*/y,
  address: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/y,
};
/** What a number may begin with, and what separates. */
const numeric = '0123456789.-';
const separators = '/|,;·・，、。；\n~–—-';

const letterLike = unicode(String.raw`[\p{L}\p{M}\p{Cs}]`);
const currency = unicode(String.raw`\p{Sc}`);

/** Most characters are plain; only of the others is the slower question asked. */
const hasIdeograph = (text: string) =>
  /[\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/.test(text);
const isIdeograph = (text: string) => text >= '\u3005' && hasIdeograph(text);
const isLetter = (text: string) =>
  text < '\x80' ? text >= 'a' && text <= 'z' : letterLike().test(text);
const isDigit = (text: string) => text >= '0' && text <= '9';
const isCurrency = (text: string) => text === '$' || (text >= '\x80' && currency().test(text));

/** Whether a unit ends where it was matched: an ideograph may follow it, another letter makes it a word. */
function isWhole(next: string): boolean {
  return !isDigit(next) && (isIdeograph(next) || !isLetter(next));
}

/** What a printed number may mean: a dot or comma before three digits can be read in two ways. */
export function amountOf(sign: string, printed: string, scale: number): Amount | undefined {
  const text = printed.replace(/[ ']/g, '');
  const marks = text.replace(/\d/g, '');
  const spaced = text !== printed;
  const last = marks.at(-1) ?? '';
  const decimals = last ? text.length - text.lastIndexOf(last) - 1 : 0;
  const plain = (decimal: string) =>
    Number(text.replace(/[.,]/g, (mark) => (mark === decimal ? '.' : '')));
  const isGrouped = () => /^\d{1,3}(?:[.,]\d{3})+$/.test(text) && new Set(marks).size === 1;
  const step = (digits: number) => scale / 10 ** digits;
  const amount = (values: number[], digits: number, ambiguous = false): Amount => ({
    values: values.map((value) => value * scale),
    step: step(digits),
    negative: sign === '-',
    ambiguous,
  });
  if (marks === '') return amount([Number(text)], 0);
  if (marks.length === 1) {
    if (spaced || decimals !== 3 || !isGrouped() || text.startsWith('0'))
      return amount([plain(last)], decimals);
    const readings = [plain(last), plain('')];
    return last === ',' ? amount(readings.reverse(), 0) : amount(readings, decimals, true);
  }
  if (isGrouped()) return amount([plain('')], 0);
  const [first] = marks;
  const mixed = first !== last && marks.indexOf(last) === marks.length - 1;
  return mixed && /^\d{1,3}(?:[.,]\d{3})*[.,]\d+$/.test(text)
    ? { ...amount([plain(last)], decimals), decimal: last }
    : undefined;
}

const scaleOf = (letter: string | undefined) => 1024 ** (units[letter ?? 'b'] ?? 0);

/** The tokens of a text, or `undefined` if it is too long to be a storage indicator. */
export function tokensOf(raw: string): Token[] | undefined {
  const text = normal(raw).replaceAll('−', '-');
  if (text.length > 200) return undefined;
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp, from = at) => {
    pattern.lastIndex = from;
    return pattern.exec(text);
  };
  /** A number with a percent sign or a unit, or with the unit of the size behind it: "9.2/10 GB". */
  const takeAmount = () => {
    const sign = text[at] === '-' ? '-' : '';
    const [printed] = take(patterns.amount, at + sign.length) ?? [];
    if (printed === undefined) return undefined;
    const end = at + sign.length + printed.length;
    const own = take(patterns.unit, end);
    const unit = own ?? takeShared(end);
    if (!unit) return undefined;
    const [whole, percent, letter] = unit;
    if (!percent && !isWhole(text.charAt(unit.index + whole.length))) return undefined;
    const kind: 'percent' | 'size' = percent ? 'percent' : 'size';
    const amount = amountOf(sign, printed, percent ? 0.01 : scaleOf(letter));
    return {
      token: amount ? { kind, amount } : { kind: 'unknown' as const },
      length: (own ? own.index + own[0].length : end) - at,
    };
  };
  const takeShared = (end: number) => {
    const [between] = take(patterns.part, end) ?? [];
    if (between === undefined) return undefined;
    const [whole] = take(patterns.amount, end + between.length) ?? [];
    const unit = whole && take(patterns.unit, end + between.length + whole.length);
    return unit && !unit[1] ? unit : undefined;
  };
  const push = (token: Token, length: number) => {
    tokens.push(token);
    at += length;
  };
  // A minus glued to what stands before it is a dash: "9.2GB-10GB".
  const signed = () => text[at] !== '-' || /^$|[\s:(/]/.test(text[at - 1] ?? '');
  const hasAddress = text.includes('@');
  while (at < text.length) {
    const char = text.charAt(at);
    const address = hasAddress && take(patterns.address);
    if (address) {
      at += address[0].length;
      continue;
    }
    const isNumeric = numeric.includes(char);
    const amount = isNumeric && signed() && takeAmount();
    if (amount) {
      push(amount.token, amount.length);
      continue;
    }
    const digits = isNumeric && take(patterns.number);
    if (digits) {
      push({ kind: 'number' }, digits[0].length);
      continue;
    }
    const known = storageWords(char).find(
      ([word]) => text.startsWith(word, at) && standsAlone(text, at, word),
    );
    if (known) {
      const [{ length }, meaning] = known;
      push({ kind: 'word', word: storageMeaning(meaning) }, length);
      continue;
    }
    const letters = lettersAt(text, at);
    if (letters > 0) {
      push({ kind: 'unknown' }, letters);
      continue;
    }
    if (char === ')') tokens.push({ kind: 'close' });
    if (isCurrency(char)) tokens.push({ kind: 'unknown' });
    if (separators.includes(char))
      tokens.push({ kind: 'separator', slash: char === '/', line: char === '\n' });
    at += 1;
  }
  return tokens;
}

/** How many letters begin here: an ideograph counts alone, others as long as they go on. */
function lettersAt(text: string, at: number): number {
  if (isIdeograph(text.charAt(at))) return 1;
  let end = at;
  while (isLetter(text.charAt(end)) && !isIdeograph(text.charAt(end))) end += 1;
  return end - at;
}

/** A Latin word ends where its letters end; a single ideograph is a word only among known ones. */
function standsAlone(text: string, at: number, word: string): boolean | undefined {
  const before = text[at - 1] ?? ' ';
  const after = text[at + word.length] ?? ' ';
  if (!hasIdeograph(word)) return !isLetter(before) && !isLetter(after);
  if (word.length > 1) return true;
  return (
    (!isIdeograph(before) || endsKnown(text, at)) &&
    (!isIdeograph(after) || startsKnown(text, at + 1))
  );
}

const particle = /[のをがはもでにと的]/u;

const startsKnown = (text: string, at: number) =>
  particle.test(text.charAt(at)) ||
  storageWords(text.charAt(at)).some(([word]) => word.length > 1 && text.startsWith(word, at));

const endsKnown = (text: string, at: number) =>
  particle.test(text.charAt(at - 1)) ||
  [2, 3, 4, 5].some((length) =>
    storageWords(text.charAt(at - length)).some(([word]) => word === text.slice(at - length, at)),
  );
