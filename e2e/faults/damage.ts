/** Values that nobody would store who knows what is stored: made of a valid one, or of nothing. */
import fc from 'fast-check';

export interface Damaged {
  value: unknown;
  /**
   * What is odd in it are names that mean something to the language itself: browsers store them as they
   * like, and they may be taken as if they were not there.
   */
  isHarmless: boolean;
}

/** The seed of all that is random here; another one can be given to look further. */
export const seed = Number(process.env['SEED'] ?? 20_260_101);

/** How many values are tried, and how often the background is killed: fewer where every change waits for it. */
export const rounds = process.env['CI']
  ? { damaged: 100, killed: 10 }
  : { damaged: 500, killed: 30 };

/** So many damaged values of a kind of which one valid example is given. */
export function damagedOf(valid: unknown, count = rounds.damaged): Damaged[] {
  const long = 'x'.repeat(2 ** 20);
  const longs = [long, [long], Object.assign(copied(valid, {}), { more: long })];
  const some = fc.sample(anything(valid), { seed, numRuns: count - longs.length });
  return [...some, ...longs.map((value) => ({ value, isHarmless: false }))];
}

function anything(valid: unknown): fc.Arbitrary<Damaged> {
  const damaged = (value: fc.Arbitrary<unknown>) =>
    value.map((value) => ({ value, isHarmless: isHaunted(value) }));
  const random = fc.jsonValue().filter((value) => !isEmpty(value));
  if (typeof valid !== 'object' || valid === null) return damaged(random);
  return fc.oneof(
    damaged(random),
    ...mutations.flatMap((mutation) => {
      const all = placesIn(valid).flatMap((place) => mutation(valid, place));
      return all.length > 0 ? [damaged(fc.constantFrom(...all))] : [];
    }),
    fc.constantFrom(...placesIn(valid).flatMap((place) => haunted(valid, place))),
  );
}

const isHaunted = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([key, inner]) => key in {} || key === 'toJSON' || isHaunted(inner));

/** Without a word in it, however deep it is, a value may be taken as one of which nothing is known yet. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(isEmpty);

type Path = string[];

/** All places in a value, the whole first. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key])),
  ];
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);

/** A copy of a value with something else in one place; nothing there if that is `undefined`. */
function replaced(value: unknown, path: Path, other: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return other;
  const copy = copied(value, Array.isArray(value) ? [] : {}) as Record<string, unknown>;
  const inner = replaced(copy[first], rest, other);
  if (inner === undefined) delete copy[first];
  else copy[first] = inner;
  return copy;
}

const copied = (value: unknown, empty: object): object => Object.assign(empty, value);

/** What must not be missing wherever it is. */
const required = ['version', 'host', 'address', 'known', 'at', 'value', 'level', 'check', 'tried'];

type Mutation = (valid: unknown, place: Path) => unknown[];

const dropped: Mutation = (valid, place) =>
  required.includes(place.at(-1) ?? '') ? [replaced(valid, place, undefined)] : [];

/** Of another type; not null, which is an answer in some places. */
const retyped: Mutation = (valid, place) => {
  const now = at(valid, place);
  const others = ['text', 7, true, ['list'], { more: 1 }];
  return others
    .filter((other) => typeof other !== typeof now || Array.isArray(other) !== Array.isArray(now))
    .map((other) => replaced(valid, place, other));
};

const beyond: Mutation = (valid, place) =>
  typeof at(valid, place) === 'number'
    ? [-1, 1e300, -1e300].map((other) => replaced(valid, place, other))
    : [];

const widened: Mutation = (valid, place) => {
  const now = at(valid, place);
  if (typeof now !== 'object' || now === null || Array.isArray(now)) return [];
  return ['more', '<img src=x onerror=alert(1)>'].map((key) =>
    replaced(valid, place, { ...now, [key]: 'x' }),
  );
};

/** Of an older or a newer version, whose other words nobody knows. */
const versioned: Mutation = (valid, place) =>
  place.at(-1) === 'version'
    ? [0, 2, 3, 1.5, '1', null].map((other) => replaced(valid, place, other))
    : [];

const mutations: Mutation[] = [dropped, retyped, beyond, widened, versioned];

/** With keys that mean something to the language itself. */
function haunted(valid: unknown, place: Path): Damaged[] {
  const now = at(valid, place);
  if (typeof now !== 'object' || now === null || Array.isArray(now)) return [];
  const haunts = ['{"__proto__":{"used":1}}', '{"constructor":{"prototype":{"used":1}}}'];
  return haunts.map((haunt) => {
    const both = JSON.stringify(now)
      .replace(/^\{/, `${haunt.slice(0, -1)},`)
      .replace(/,\}$/, '}');
    const value = place.length > 0 ? withJson(valid, place, both) : JSON.parse(both);
    return { value, isHarmless: true };
  });
}

/** A copy with what a JSON text says in one place; keys and all, for `__proto__` is one like any other. */
function withJson(valid: unknown, place: Path, json: string): unknown {
  const stand = 'stands-for-what-is-put-here';
  const text = JSON.stringify(replaced(valid, place, stand));
  return JSON.parse(text.replace(`"${stand}"`, () => json));
}
