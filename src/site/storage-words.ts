/** Cuts the text of a storage indicator into sizes, percentages, words and separators. */
import { normal, storageWordOf } from './lexicon/index.ts';
import type { StorageWord } from './lexicon/lexicon.ts';

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
const number = String.raw`\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?(?![\d.,'])|\d+(?:[.,]\d+)*|(?<![^\s:(/])\.\d+`;
/** An ideograph may follow a unit without a space; another letter makes it a word. */
const end = String.raw`(?![\p{N}]|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])`;
const unit = String.raw`([kmgt])i?b?|bytes?|b`;
const patterns = {
  size: new RegExp(String.raw`(-?)(${number}) ?(?:${unit})${end}`, 'uy'),
  percent: new RegExp(String.raw`(-?)(${number}) ?%`, 'uy'),
  /** A number whose unit is that of the size behind it: "9.2/10 GB". */
  shared: new RegExp(
    String.raw`(-?)(${number}) ?(?=(?:/|of|out of) ?(?:${number}) ?(?:${unit})${end})`,
    'uy',
  ),
  number: /\.?\d[\d.,]*/uy,
  address: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/uy,
  currency: /\p{Sc}/uy,
  latin: /[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/uy,
  separator: /[/|,;·・，、。；\n~–—-]/uy,
};
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** The known words by their first character, the longest first. */
const wordsFrom = new Map<string, string[]>();
for (const word of [...storageWordOf.keys()].sort((a, b) => b.length - a.length)) {
  const first = word.slice(0, 1);
  wordsFrom.set(first, [...(wordsFrom.get(first) ?? []), word]);
}

/** What a printed number may mean: a dot or comma before three digits can be read in two ways. */
function amountOf(sign: string, printed: string, scale: number): Amount | undefined {
  const text = printed.replace(/[ ']/g, '');
  const marks = text.replace(/\d/g, '');
  const spaced = text !== printed;
  const last = marks.at(-1) ?? '';
  const decimals = last ? text.length - text.lastIndexOf(last) - 1 : 0;
  const plain = (decimal: string) =>
    Number(text.replace(/[.,]/g, (mark) => (mark === decimal ? '.' : '')));
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(text) && new Set(marks).size === 1;
  const step = (digits: number) => scale / 10 ** digits;
  const amount = (values: number[], digits: number, ambiguous = false): Amount => ({
    values: values.map((value) => value * scale),
    step: step(digits),
    negative: sign === '-',
    ambiguous,
  });
  if (marks === '') return amount([Number(text)], 0);
  if (marks.length === 1) {
    if (spaced || decimals !== 3 || !grouped || text.startsWith('0'))
      return amount([plain(last)], decimals);
    const readings = [plain(last), plain('')];
    return last === ',' ? amount(readings.reverse(), 0) : amount(readings, decimals, true);
  }
  if (grouped) return amount([plain('')], 0);
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
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const push = (token: Token, length: number) => {
    tokens.push(token);
    at += length;
  };
  // A minus glued to what stands before it is a dash: "9.2GB-10GB".
  const signed = () => text[at] !== '-' || /^$|[\s:(/]/.test(text[at - 1] ?? '');
  while (at < text.length) {
    const address = take(patterns.address);
    if (address) {
      at += address[0].length;
      continue;
    }
    const sized = signed() ? (take(patterns.size) ?? take(patterns.shared)) : null;
    const percent = sized || !signed() ? null : take(patterns.percent);
    const match = sized ?? percent;
    if (match) {
      const scale = sized ? scaleOf(match[3] ?? match[4]) : 0.01;
      const amount = amountOf(match[1] ?? '', match[2] ?? '', scale);
      push(
        amount ? { kind: sized ? 'size' : 'percent', amount } : { kind: 'unknown' },
        match[0].length,
      );
      continue;
    }
    const digits = take(patterns.number);
    if (digits) {
      push({ kind: 'number' }, digits[0].length);
      continue;
    }
    const word = wordsFrom
      .get(text.charAt(at))
      ?.find((known) => text.startsWith(known, at) && standsAlone(text, at, known));
    if (word) {
      push({ kind: 'word', word: storageWordOf.get(word) as StorageWord }, word.length);
      continue;
    }
    const letters = ideograph.test(text[at] as string) ? text[at] : take(patterns.latin)?.[0];
    if (letters) {
      push({ kind: 'unknown' }, letters.length);
      continue;
    }
    if (text[at] === ')') tokens.push({ kind: 'close' });
    if (take(patterns.currency)) tokens.push({ kind: 'unknown' });
    if (take(patterns.separator)) {
      tokens.push({ kind: 'separator', slash: text[at] === '/', line: text[at] === '\n' });
    }
    at += 1;
  }
  return tokens;
}

/** A Latin word ends where its letters end; a single ideograph is a word only among known ones. */
function standsAlone(text: string, at: number, word: string): boolean | undefined {
  const before = text[at - 1] ?? ' ';
  const after = text[at + word.length] ?? ' ';
  if (!ideograph.test(word)) return !/[\p{L}\p{M}]/u.test(before) && !/[\p{L}\p{M}]/u.test(after);
  if (word.length > 1) return true;
  return (
    (!ideograph.test(before) || endsKnown(text, at)) &&
    (!ideograph.test(after) || startsKnown(text, at + 1))
  );
}

const particle = /[のをがはもでにと的]/u;

const startsKnown = (text: string, at: number) =>
  particle.test(text.charAt(at)) ||
  wordsFrom.get(text.charAt(at))?.some((word) => word.length > 1 && text.startsWith(word, at));

const endsKnown = (text: string, at: number) =>
  particle.test(text.charAt(at - 1)) ||
  [2, 3, 4, 5].some((length) => storageWordOf.has(text.slice(at - length, at)));
