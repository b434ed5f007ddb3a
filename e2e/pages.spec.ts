/** Pages in designs that nobody has seen, each with the only answers that would be honest. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'esbuild';
import type { Facts, Reading } from '../src/core/facts.ts';

/** What one page is expected to say; see the README beside each folder's pages. */
interface Expectation {
  path: string;
  viewport?: [number, number] | { width: number; height: number };
  storage?: Expected;
  popDeletion?: Expected;
  sentCopies?: Expected;
  address?: string | null;
  /** The address stands there so plainly that it has to be read. */
  plain?: true;
  place?: string;
  page?: string;
  /** The element that a ring for the setting should lie on. */
  field?: string;
  why?: string;
  /** Of a list of receiving rules: what it is, how many it has, whether all are shown, and which. */
  list?: unknown;
  listed?: unknown;
  complete?: unknown;
  sample?: boolean;
  rules?: Record<string, unknown>[];
}
type Answer = string | object;
type Expected = Answer | { anyOf: Answer[] };
type Fact = 'storage' | 'popDeletion' | 'sentCopies';

const pages = ['pages', 'settings', 'rules'].flatMap((folder) => {
  const url = new URL(`${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({
      name: `${folder}/${file.slice(0, -'.html'.length)}`,
      url: new URL(file, url),
    }));
});

let reader = '';
let html = '';
/** One page of the browser serves all of them, one after the other; a new one each takes minutes. */
let page: Page;
test.afterAll(() => page.close());
test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  await page.route('**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  const { outputFiles } = await build({
    stdin: {
      contents: `export { look } from './src/site/read.ts';`,
      resolveDir: new URL('..', import.meta.url).pathname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'reader',
  });
  reader = outputFiles[0]?.text ?? '';
});

/** The answer of a look in the words of the expectations. */
function answerOf(reading: Reading | undefined): Answer {
  if (!reading) return 'silent';
  if ('value' in reading) return reading.value as Answer;
  if (reading.error === 'switched-off') return 'not-applicable';
  return reading.error === 'missing' ? 'missing' : 'unclear';
}

const allowed = (expected: Expected): Answer[] =>
  typeof expected === 'object' && 'anyOf' in expected ? (expected.anyOf as Answer[]) : [expected];

const close = (a: unknown, b: unknown) =>
  a === b ||
  (typeof a === 'number' &&
    typeof b === 'number' &&
    Math.abs(a - b) <= (b > 2 ? Math.max(2, 1e-6 * b) : 1e-6));

function matches(got: Answer, answer: Answer): boolean {
  // What is missing from a page is not stated by it; both are said to the user as "could not tell".
  if (got === 'missing') return answer === 'silent' || answer === 'unclear' || answer === 'none';
  if (answer === 'none') return typeof got === 'string';
  if (typeof got === 'string' || typeof answer === 'string') return got === answer;
  return (
    Object.keys(got).length === Object.keys(answer).length &&
    Object.entries(answer).every(([key, value]) =>
      close((got as Record<string, unknown>)[key], value),
    )
  );
}

const oneOf = (expected: unknown): unknown[] =>
  (expected as { anyOf?: unknown[] } | null)?.anyOf ?? [expected];

const isOneOf = (expected: unknown, got: unknown) =>
  oneOf(expected).some((one) => JSON.stringify(one) === JSON.stringify(got));

/** What was read of the rules is what a careful person would read, or less. */
function expectRules(
  { known, rows }: { known: { rules?: Reading }; rows: string[][] },
  expected: Expectation,
): void {
  const reading = known.rules as Reading<Facts['rules']> | undefined;
  const value = reading && 'value' in reading ? reading.value : undefined;
  const list = value ? (value.listed === 0 ? 'empty' : 'rules') : 'none';
  const lists = oneOf(expected.list).flatMap((one) =>
    one === 'silent' || one === 'unclear' ? ['none'] : [one],
  );
  expect(lists, `the list is ${list}: ${expected.why}`).toContain(list);
  if (!value || list !== 'rules') return;
  if (expected.listed !== null) expect(isOneOf(expected.listed, value.listed)).toBe(true);
  expect(isOneOf(expected.complete, value.complete), 'complete').toBe(true);
  if (!expected.sample) expect(value.rules.length).toBe(expected.rules?.length);
  for (const rule of expected.rules ?? []) {
    const row = Number(rule['row']);
    const got = value.rules[row - 1];
    const said: Record<string, unknown> = {
      on: got?.on ?? null,
      does: got?.does ?? '?',
      to: got?.to,
      when: got?.when ?? '?',
      oddName: got?.oddName ?? false,
      sensitive: got?.sensitive ?? false,
    };
    for (const [key, answer] of Object.entries(said)) {
      const wish = rule[key] ?? (key === 'oddName' || key === 'sensitive' ? false : null);
      const text = `rule ${row}, ${key}: ${JSON.stringify(answer)} for ${JSON.stringify(wish)}`;
      expect(isOneOf(wish, answer), text).toBe(true);
    }
    expect(rows[row - 1], `the row of rule ${row}`).toContain(String(rule['field']));
  }
}

for (const { name, url } of pages) {
  test(name, async () => {
    html = readFileSync(url, 'utf8');
    const expected: Expectation = JSON.parse(
      readFileSync(new URL(url.href.replace(/html$/, 'json')), 'utf8'),
    );
    const { viewport = [1280, 800] } = expected;
    const [width, height] = Array.isArray(viewport) ? viewport : [viewport.width, viewport.height];
    await page.setViewportSize({ width, height });
    await page.goto(`https://qiye.aliyun.com${expected.path}`);
    await page.evaluate(`${reader}; globalThis.reader = reader`);
    const look = () =>
      page.evaluate(
        ({ selector, selectors }) => {
          const { reader } = globalThis as unknown as {
            reader: typeof import('../src/site/read.ts');
          };
          const now = reader.look(document, Date.now(), true, 'key');
          const fields = [now.fields['pop-deletion'], now.fields['save-to-sent']];
          const wanted = selector ? document.querySelector(selector) : null;
          const meets = (a: DOMRect, b: DOMRect) =>
            a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
          return {
            place: now.place,
            page: now.page,
            address: now.address,
            known: now.known,
            isUnsaved: now.survey.notices.some(({ meaning }) => meaning === 'unsaved'),
            // Which of the expected elements each row holds, is, or is a part of.
            rows: (now.rules?.list.rows ?? []).map(({ element }) =>
              selectors.filter((one) => {
                const wished = document.querySelector(one);
                return wished?.contains(element) || element.contains(wished);
              }),
            ),
            isOnField:
              !wanted ||
              fields.some(
                (field) =>
                  field && meets(field.getBoundingClientRect(), wanted.getBoundingClientRect()),
              ),
          };
        },
        {
          selector: expected.field,
          selectors: (expected.rules ?? []).map((rule) => String(rule['field'])),
        },
      );

    const early = await look();
    // A late page may take its time; until then every look must be right, silent or unclear.
    if (/setTimeout|setInterval/.test(html)) await page.waitForTimeout(4000);
    const late = await look();
    for (const fact of ['storage', 'popDeletion', 'sentCopies'] as const satisfies Fact[]) {
      const answers = expected[fact];
      if (answers === undefined) continue;
      const said = (at: typeof late) =>
        at.isUnsaved && at.known[fact] ? 'unclear' : answerOf(at.known[fact]);
      const isHonest = (got: Answer) => allowed(answers).some((answer) => matches(got, answer));
      const first = said(early);
      expect(
        typeof first === 'string' || isHonest(first),
        `${fact} at first ${JSON.stringify(first)}`,
      ).toBe(true);
      const got = said(late);
      const wish = `${fact} is ${JSON.stringify(got)}, honest would be ${JSON.stringify(answers)}: ${expected.why}`;
      expect(isHonest(got), wish).toBe(true);
      if (fact !== 'storage' && 'value' in (late.known[fact] ?? {})) {
        expect(late.isOnField, `the field of ${fact}`).toBe(true);
      }
    }
    if (expected.list !== undefined) expectRules(late, expected);
    // Not to know the address is honest; another one is not.
    if (expected.plain) expect(late.address, expected.why).toBe(expected.address);
    if (expected.address !== undefined) expect([expected.address, null]).toContain(late.address);
    if (expected.place) {
      expect(late.place === 'account-information' ? 'settings' : late.place).toBe(expected.place);
    }
    if (expected.page)
      expect(['pop', 'sending'].includes(late.page ?? '') ? late.page : 'other').toBe(
        expected.page,
      );
  });
}
