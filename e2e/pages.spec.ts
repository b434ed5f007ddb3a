/** Pages in designs that nobody has seen, each with the only answers that would be honest. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import type { Look } from '../src/site/read.ts';

const folder = new URL('pages/', import.meta.url);

/** What one page is expected to say; see `pages/README.md`. */
interface Expectation {
  path: string;
  viewport?: [number, number];
  storage?: Answer | { anyOf: Answer[] };
  address?: string | null;
  place?: string;
  why?: string;
}
type Answer = string | object;

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.slice(0, -'.html'.length));

let reader = '';
test.beforeAll(async () => {
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
function answerOf({ known: { storage } }: Look): Answer {
  if (!storage || ('error' in storage && storage.error === 'missing')) return 'silent';
  return 'error' in storage ? 'unclear' : storage.value;
}

const allowed = (storage: NonNullable<Expectation['storage']>): Answer[] =>
  typeof storage === 'object' && 'anyOf' in storage ? (storage.anyOf as Answer[]) : [storage];

const matchesAny = (got: Answer, answers: Answer[]) =>
  answers.some((answer) => {
    if (answer === 'none') return typeof got === 'string';
    if (typeof got === 'string' || typeof answer === 'string') return got === answer;
    const close = (a: unknown, b: unknown) =>
      a === b ||
      (typeof a === 'number' &&
        typeof b === 'number' &&
        Math.abs(a - b) <= Math.max(2, 1e-6 * b) &&
        (b > 2 || Math.abs(a - b) < 1e-6));
    return (
      Object.keys(got).length === Object.keys(answer).length &&
      Object.entries(answer).every(([key, value]) =>
        close((got as Record<string, unknown>)[key], value),
      )
    );
  });

for (const name of names) {
  test(name, async ({ page }) => {
    const html = readFileSync(new URL(`${name}.html`, folder), 'utf8');
    const expected: Expectation = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
    const [width, height] = expected.viewport ?? [1280, 800];
    await page.setViewportSize({ width, height });
    await page.route('**', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await page.goto(`https://qiye.aliyun.com${expected.path}`);
    await page.evaluate(`${reader}; globalThis.reader = reader`);
    const look = () =>
      page.evaluate(() => {
        const { reader } = globalThis as unknown as {
          reader: typeof import('../src/site/read.ts');
        };
        const { place, address, known } = reader.look(document, Date.now(), true);
        return { place, address, known } as Look;
      });

    if (expected.storage !== undefined) {
      const answers = allowed(expected.storage);
      // A late indicator may take its time; until then every look must be silent or unclear.
      const early = answerOf(await look());
      if (typeof early !== 'string')
        expect(matchesAny(early, answers), `${JSON.stringify(early)}; ${expected.why}`).toBe(true);
      const isLate = html.includes('setTimeout');
      await page.waitForTimeout(isLate ? 4000 : 0);
      const got = answerOf(await look());
      expect(
        matchesAny(got, answers),
        `read ${JSON.stringify(got)}, honest would be ${JSON.stringify(expected.storage)}: ${expected.why}`,
      ).toBe(true);
    }
    const { place, address } = await look();
    if (expected.address !== undefined && expected.address !== null) {
      // Not to know the address is honest; another one is not.
      expect([expected.address, null]).toContain(address);
    } else if (expected.address === null) expect(address).toBeNull();
    if (expected.place)
      expect(place === 'account-information' ? 'settings' : place).toBe(expected.place);
  });
}
