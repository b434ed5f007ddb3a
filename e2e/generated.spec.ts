/** A thousand pages made by chance, full of secrets: what is told of them holds none and is short. */
import { expect, test } from '@playwright/test';
import { build } from 'esbuild';
import { chanceFrom, secretsIn, secretsOf } from './secrets.ts';

type Parts = typeof import('../src/core/record.ts') &
  typeof import('../src/core/report.ts') &
  typeof import('../src/core/schemas.ts') &
  typeof import('../src/site/misses.ts') &
  typeof import('../src/site/read.ts');

const words = [
  ...['POP Settings', 'Receiving and Sending', 'Receiving Rules', '自动转发', '黑名单', '設定'],
  ...['Deletion by Receiving Software', 'Save to Sent Email', 'Allowed', '不允许', 'Save All'],
  ...['Inbox', 'Sent', '草稿箱', 'Save', 'Enable auto-forward', 'Used', 'Loading', 'No rules'],
];
const tags = [
  ...['div', 'div', 'div', 'span', 'span', 'p', 'h1', 'h2', 'ul', 'li', 'table', 'tr', 'td'],
  ...['label', 'input', 'select', 'option', 'button', 'nav', 'main', 'section', 'form', 'a'],
];
const roles = ['button', 'switch', 'combobox', 'radio', 'radiogroup', 'listitem', 'heading', 'tab'];

/** A page as HTML, with secrets in its texts, names, attributes and odd elements. */
function pageOf(seed: number, secrets: readonly string[]): { lang: string; html: string } {
  const chance = chanceFrom(seed + 7);
  const one = <T>(list: readonly T[]) => list[chance(list.length)] as T;
  const secret = () => one(secrets);
  const text = () =>
    one([
      secret(),
      one(words),
      one(words),
      `${secret()}@mail.example`,
      `${one(words)} ${secret()}`,
    ]);
  const attributes = () =>
    [
      chance(4) === 0 && `role="${chance(3) === 0 ? secret() : one(roles)}"`,
      chance(4) === 0 && `aria-label="${text()}"`,
      chance(4) === 0 && `title="${text()}"`,
      chance(3) === 0 &&
        `id="${secret()}" class="${secret()}" data-${secret().length}="${secret()}"`,
      chance(4) === 0 &&
        `value="${text()}" placeholder="${text()}" type="${one(['text', 'radio'])}"`,
      chance(6) === 0 && `aria-checked="true" checked`,
      chance(9) === 0 && `hidden`,
    ]
      .filter(Boolean)
      .join(' ');
  const node = (depth: number): string => {
    const tag = chance(9) === 0 ? `x-${secret().replace(/[^a-z\d]/g, '')}` : one(tags);
    const inside = Array.from({ length: chance(depth > 6 ? 2 : 5) }, () =>
      depth < 12 && chance(3) > 0 ? node(depth + 1) : text(),
    ).join(' ');
    return `<${tag} ${attributes()}>${inside || text()}</${tag}>`;
  };
  const list = (names: readonly string[]) =>
    `<nav style="width:200px;float:left">${names.map((name) => `<div>${name}</div>`).join('')}</nav>`;
  const beside = one([words.slice(0, 5), ['Inbox', 'Sent', secret(), text()], [secret()]]);
  const heading = chance(2) === 0 ? `<h1>${one(words)}</h1>` : '';
  const html = `${list(beside)}<main style="margin-left:220px">${heading}${node(0)}${node(0)}</main>`;
  return { lang: one(['en', 'zh_CN', 'fr-FR', secret(), `en-${secret()}`]), html };
}

test('no secret of a thousand pages is in a report, in what is kept, or in what is told', async ({
  browser,
}) => {
  test.slow();
  const page = await browser.newPage();
  await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }));
  const modules = ['core/record', 'core/report', 'core/schemas', 'site/misses', 'site/read'];
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((name) => `export * from './src/${name}.ts';`).join('\n'),
      resolveDir: new URL('..', import.meta.url).pathname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'parts',
  });
  const script = `${outputFiles[0]?.text}; globalThis.parts = parts`;
  const base = 'https://qiye.aliyun.com/alimail/entries/v5.1';
  const secrets = secretsOf(200, 3);
  const seen = new Map<string, number>();
  let seed = 0;
  for (const path of ['setting/pop-setting', 'setting/other', 'mail/inbox/all', 'search']) {
    await page.goto(`${base}/${path}`);
    await page.evaluate(script);
    for (let round = 0; round < 10; round++) {
      const pages = Array.from({ length: 25 }, () => pageOf(seed++, secrets));
      const answers = await page.evaluate(reportsOn, pages);
      expect(secretsIn(JSON.stringify(pages), secrets).length).toBeGreaterThan(50);
      const told = answers.map(({ known, misses, report }) => known + misses + report).join('\n');
      expect(secretsIn(told, secrets), `up to page ${seed}`).toEqual([]);
      for (const { misses, isRecord, report } of answers) {
        expect(isRecord, `page ${seed}`).toBe(true);
        expect(report.length, `page ${seed}`).toBeLessThanOrEqual(8192);
        for (const [name, miss] of Object.entries<{ error: string }>(JSON.parse(misses)))
          seen.set(`${name} ${miss.error}`, (seen.get(`${name} ${miss.error}`) ?? 0) + 1);
      }
    }
  }
  await page.close();
  // The pages are no mere noise: each fact is missed on some of them.
  const facts = ['storage', 'popDeletion', 'sentCopies', 'rules', 'forwarding'];
  expect(facts.filter((name) => !seen.has(`${name} missing`))).toEqual([]);
});

/** Runs in the page: what a tab, the background and the report make of each of some pages. */
function reportsOn(pages: { lang: string; html: string }[]) {
  const { parts } = globalThis as unknown as { parts: Parts };
  const empty = { version: 1, host: 'qiye.aliyun.com', address: null, known: {} } as const;
  const extension = { name: 'mailmend', version: '1.0.0', browser: 'Chrome 1' };
  return pages.map(({ lang, html }) => {
    document.documentElement.lang = lang;
    document.body.innerHTML = html;
    const now = Date.now();
    const seen = parts.look(document, now, true, 'key', undefined, 'pop');
    const misses = Object.fromEntries(
      [...seen.missed].map(([name, error]) => [name, parts.missOf(name, error, seen, 'here', now)]),
    );
    const record = parts.afterLook(empty, seen.known, now, misses);
    const report = parts.reportOf(extension, null, record, now);
    return {
      known: JSON.stringify(seen.known),
      misses: JSON.stringify(misses),
      isRecord: parts.recordFrom(record) !== undefined,
      report: JSON.stringify(report, null, 2),
    };
  });
}
