/** The tolerant grammar of the storage indicator, whose wording and format nobody documented. */
import type { Storage } from '../core/facts.ts';
import { type Amount, type Token, tokensOf } from './storage-words.ts';

type Role = 'used' | 'total' | 'free';

/** What a text says of the storage; `impossible` is said, but cannot be; absent is not said. */
export type Statement = { value: Storage } | { error: 'impossible' };

/** From here on a total is how the webmail's server writes "no limit" (a captured one is exactly this). */
export const noLimit = 10 * 1024 ** 4;

const impossible: Statement = { error: 'impossible' };

/** What one line of text says of the storage, if it is about the mailbox's storage at all. */
export function statementIn(text: string): Statement | undefined {
  return lineOf(text)?.statement;
}

/** A line read: its statement, and what else stands in it that bears on whether to believe it. */
export interface Line {
  statement: Statement | undefined;
  /** How many sizes and percentages it has. */
  amounts: number;
  labelled: boolean;
  /** It names another store than the mailbox: a drive, attachments, an upload. */
  elsewhere: boolean;
  /** It has words or numbers that we do not know. */
  strange: boolean;
  /** A percentage and nothing else; what it is of, only its place can tell. */
  share: number | undefined;
}

/** The lines read last: each look meets the same ones again. */
const read = new Map<string, Line | undefined>();

/** Reads one line of text; `undefined` if it is too long to be a storage indicator. */
export function lineOf(text: string): Line | undefined {
  if (!read.has(text)) {
    if (read.size >= 40) read.clear();
    read.set(text, parsed(text));
  }
  return read.get(text);
}

function parsed(text: string): Line | undefined {
  const tokens = tokensOf(text);
  if (!tokens) return undefined;
  const words = new Set(tokens.map((token) => (token.kind === 'word' ? token.word : undefined)));
  const line = {
    amounts: tokens.filter(({ kind }) => kind === 'size' || kind === 'percent').length,
    labelled: tokens.some((token) => roleOf(token) !== undefined),
    elsewhere: words.has('elsewhere'),
    strange: tokens.some(
      ({ kind }, at) => kind === 'unknown' || (kind === 'number' && !isCount(tokens, at)),
    ),
  };
  const [only, ...rest] = tokens;
  const share = only?.kind === 'percent' && rest.length === 0 ? sharesOf(tokens)[0] : undefined;
  const about = line.labelled || words.has('storage') || words.has('unlimited-storage');
  // Words that we do not know may say that this is something else's storage; a label must vouch for it.
  const unlimited = words.has('unlimited') || words.has('unlimited-storage');
  const silent = line.elsewhere || (line.strange && !line.labelled && !unlimited);
  return { ...line, share, statement: silent ? undefined : interpret(tokens, { ...line, about }) };
}

function interpret(
  tokens: readonly Token[],
  { labelled, strange, about }: { labelled: boolean; strange: boolean; about: boolean },
): Statement | undefined {
  const sizes = tokens.filter((token) => token.kind === 'size');
  const percents = tokens.filter((token) => token.kind === 'percent');
  if ([...sizes, ...percents].some(({ amount }) => amount.negative)) {
    return about || sizes.length > 1 ? impossible : undefined;
  }
  const shares = sharesOf(tokens);
  if (tokens.some((token) => token.kind === 'word' && token.word.startsWith('unlimited'))) {
    return unlimited(sizes.length, tokens, about && !strange);
  }
  if (sizes.length < 2) {
    if (percents.length === 0 || !about || strange) return undefined;
    return agreed(shares) ? { value: { share: shares[0] as number } } : impossible;
  }
  const roles = rolesOf(tokens);
  if (roles === 'unknown') return labelled || about ? impossible : undefined;
  if (roles === 'twice') return impossible;
  const pair = pairOf(roles, tokens);
  if (!pair || shares.some((share) => !fits(share, pair))) return impossible;
  const { used, total } = pair;
  return { value: total >= noLimit ? { used, total: null } : { used, total } };
}

/** "Unlimited" with the used amount, or alone beside a word for storage. */
function unlimited(count: number, tokens: readonly Token[], about: boolean): Statement | undefined {
  if (count === 0) return about ? { value: { total: null } } : undefined;
  const [label] = labelsOf(tokens);
  if (count > 1 || label === 'total' || label === 'free') return impossible;
  const used = tokens.find((token) => token.kind === 'size')?.amount.values[0];
  return used === undefined ? undefined : { value: { used, total: null } };
}

/** The used share that each percentage states; one that is labelled as free is turned round. */
function sharesOf(tokens: readonly Token[]): number[] {
  const labels = labelsOf(tokens, 'percent');
  return tokens
    .filter((token) => token.kind === 'percent')
    .map(({ amount }, index) => {
      const share = amount.values[0] as number;
      return labels[index] === 'free' ? 1 - share : share;
    });
}

const agreed = (shares: readonly number[]) =>
  shares.every(
    (share) => Math.abs(share - (shares[0] as number)) < 0.0101 && share >= 0 && share <= 2,
  );

/** What a token labels an amount as; "available" counts as free here, see `pairOf`. */
function roleOf(token: Token | undefined): Role | undefined {
  if (token?.kind !== 'word') return undefined;
  const { word } = token;
  if (word === 'available') return 'free';
  return word === 'used' || word === 'total' || word === 'free' ? word : undefined;
}

/** Whether a number counts mails: "1,234 messages". */
function isCount(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind === 'word' && next.word === 'neutral';
}

/**
 * The label of each size (or percentage): the words before it up to the last separator, else those
 * behind it up to the next one. Whether labels lead or follow is a habit of the whole line.
 */
function labelsOf(
  tokens: readonly Token[],
  kind: 'size' | 'percent' = 'size',
): (Role | undefined)[] {
  const isAmount = (token: Token) => token.kind === 'size' || token.kind === 'percent';
  // What is said of a share may have "of the storage" in it; what is said of a size may have its share.
  const stops = (token: Token) =>
    kind === 'size'
      ? token.kind === 'size' ||
        (token.kind === 'percent' && tokens[tokens.indexOf(token) + 1]?.kind !== 'close') ||
        token.kind === 'separator' ||
        (token.kind === 'word' && (token.word === 'of' || token.word === 'among'))
      : isAmount(token) || token.kind === 'separator';
  const seek = (from: number, step: 1 | -1, overLines = false): Role | undefined => {
    for (let at = from + step; tokens[at]; at += step) {
      const token = tokens[at] as Token;
      const isLine = token.kind === 'separator' && token.line;
      if (stops(token) && !(isLine && overLines)) break;
      const found = roleOf(tokens[at]);
      if (found) return found;
    }
    return undefined;
  };
  const places = tokens.flatMap((token, at) => (token.kind === kind ? [at] : []));
  // A label may stand above its number; it counts only where the number's own line has none.
  const above = (at: number) => ((seek(at, -1) ?? seek(at, 1)) ? undefined : seek(at, -1, true));
  const before = places.map((at) => seek(at, -1) ?? above(at));
  const after = places.map((at) => seek(at, 1));
  const first = tokens.findIndex(isAmount);
  const leads = tokens.slice(0, Math.max(first, 0)).some((token) => roleOf(token) !== undefined);
  return places.map((_, index) =>
    leads ? (before[index] ?? after[index]) : (after[index] ?? before[index]),
  );
}

type Roles = Partial<Record<Role, Amount>> & { bare: boolean };

/** Which size is the used, the free and the total one; `unknown` where the line does not tell. */
function rolesOf(tokens: readonly Token[]): Roles | 'unknown' | 'twice' {
  const places = tokens.flatMap((token, at) => (token.kind === 'size' ? [at] : []));
  const sizes = places.map((at) => (tokens[at] as { amount: Amount }).amount);
  if (sizes.length > 3) return 'twice';
  const labels = headed(tokens, places[0] as number) ?? labelsOf(tokens);
  const joint = tokens.slice((places[0] as number) + 1, places[1]);
  const joins = (word: string) =>
    joint.some((token) => token.kind === 'word' && token.word === word);
  const slash = joint.some((token) => token.kind === 'separator' && token.slash);
  const bare = labels.every((label) => label === undefined);
  if (sizes.length === 2) {
    const [first, second] = labels;
    if (joins('of') || slash) {
      // "9.8 GB of 10 GB used": a label at the end speaks of the part, not of the whole.
      if (!first && second && second !== 'total') {
        if (second === 'free' && slash) return 'unknown';
        labels.splice(0, 2, second, 'total');
      } else if (!first && !second) labels.splice(0, 2, 'used', 'total');
    } else if (joins('among')) {
      labels.splice(0, 2, 'total', second ?? 'used');
    }
    const [one, other] = labels;
    if (!one && !other) return 'unknown';
    if (!one || !other) {
      const given = (one ?? other) as Role;
      labels[one ? 1 : 0] = given === 'total' ? 'used' : 'total';
    }
  }
  if (sizes.length === 3 && bare && slash) return 'twice';
  const roles: Roles = { bare };
  for (const [index, label] of labels.entries()) {
    if (!label) return 'unknown';
    if (roles[label]) return 'twice';
    roles[label] = sizes[index] as Amount;
  }
  return roles;
}

/** The labels of "Used / Total: 9.8 GB / 10 GB", which stand together before the sizes. */
function headed(tokens: readonly Token[], first: number): (Role | undefined)[] | undefined {
  const head = tokens.slice(0, first);
  const labels = head.flatMap((token) => roleOf(token) ?? []);
  const slashed = head.some((token) => token.kind === 'separator' && token.slash);
  return labels.length === 2 && labels[0] !== labels[1] && slashed ? labels : undefined;
}

interface Pair {
  used: number;
  total: number;
  /** How far each may be off, for the last digit is rounded. */
  slack: { used: number; total: number };
}

/** Used and total in whole bytes, if the sizes can be meant in exactly one way. */
function pairOf(roles: Roles, tokens: readonly Token[]): Pair | undefined {
  const candidates: Pair[] = [];
  const { used, free, total } = roles;
  // Beside a used amount alone, "10 GB available" may be the rest or the whole.
  if (!total && tokens.some((token) => token.kind === 'word' && token.word === 'available'))
    return undefined;
  const comma = [used, free, total].some((amount) => amount?.decimal === ',');
  const values = ({ values, ambiguous }: Partial<Amount> = {}) =>
    (comma && ambiguous ? values?.toReversed() : values) ?? [undefined];
  for (const u of values(used)) {
    for (const f of values(free)) {
      for (const t of values(total)) {
        const whole = t ?? (u as number) + (f as number);
        const part = u ?? whole - (f as number);
        const slack = {
          used: used?.step ?? (free?.step ?? 0) + (total?.step ?? 0),
          total: total?.step ?? (used?.step ?? 0) + (free?.step ?? 0),
        };
        const off = u !== undefined && f !== undefined && t !== undefined ? Math.abs(u + f - t) : 0;
        if (off > slack.used + slack.total + (free?.step ?? 0)) continue;
        if (part < 0 || whole <= 0) continue;
        candidates.push({ used: Math.round(part), total: Math.round(whole), slack });
      }
    }
  }
  const [likely, ...others] = candidates;
  const fitting = candidates.filter((pair) => pair.used <= pair.total);
  if (!likely || fitting.includes(likely)) {
    const guessed = [used, free, total].some((amount) => amount?.ambiguous && !comma);
    const known = tokens.some((token) => token.kind === 'word');
    return guessed && !known && fitting.length > 1 ? undefined : likely;
  }
  // A labelled amount may exceed the total: the mailbox is over its limit. A bare one may be swapped.
  return roles.bare || others.some((pair) => fitting.includes(pair)) ? undefined : likely;
}

/** Whether a percentage is that of the pair, give or take the rounding of what is printed. */
function fits(share: number, { used, total, slack }: Pair): boolean {
  const least = (used - slack.used) / (total + slack.total);
  const most = (used + slack.used) / Math.max(total - slack.total, 1);
  return share >= least - 0.0101 && share <= most + 0.0101;
}
