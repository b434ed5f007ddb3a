/** A page changes after something was taught on it: it is read rightly, or unclear, or lost; never wrongly. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import type { Reading } from '../src/core/facts.ts';
import type { Lesson } from '../src/core/lessons.ts';
import { expect, test } from './browser/chromium.ts';
import { HOST } from './browser/webmail.ts';

type Outcome = 'right' | 'unclear' | 'lost';
/** What is done to the page, in words of the page; what is then true of the fact; what may be said. */
interface Edit {
  what: string;
  edit: string;
  may: Outcome[];
  /** What is so after the edit, where the page still shows it. */
  truth?: unknown;
}

const row = `const control = document.querySelector('[data-k="1"]');
  const row = control.parentElement.parentElement; const label = row.firstElementChild;
  const item = control.querySelector('.ant-select-selection-item');`;
const decoy = (name: string, value: string) =>
  `const copy = row.cloneNode(true); copy.firstElementChild.textContent = '${name}';
   copy.querySelector('.ant-select-selection-item').textContent = '${value}'; row.after(copy);`;

const settings: Edit[] = [
  { what: 'nothing', edit: '', may: ['right'] },
  {
    what: 'classes renamed',
    edit: `for (const e of document.querySelectorAll('body *')) if (!e.className.startsWith('ant-select')) e.className = 'x' + e.className`,
    may: ['right'],
  },
  {
    what: 'ids gone',
    edit: `for (const e of document.querySelectorAll('[id]')) e.removeAttribute('id')`,
    may: ['right'],
  },
  {
    what: 'moved to the top of the page',
    edit: `document.querySelector('main h2').after(row)`,
    may: ['right'],
  },
  {
    what: 'moved below the other rows',
    edit: `document.querySelector('main').append(row)`,
    may: ['right'],
  },
  {
    what: 'wrapped once',
    edit: `const box = document.createElement('div'); row.before(box); box.append(row)`,
    may: ['right'],
  },
  {
    what: 'wrapped five times',
    edit: `for (let i = 0; i < 5; i++) { const box = document.createElement('div'); row.before(box); box.append(row) }`,
    may: ['right'],
  },
  { what: 'a colon behind the name', edit: `label.textContent += '：'`, may: ['right'] },
  {
    what: 'a star before the name',
    edit: `label.textContent = '* ' + label.textContent`,
    may: ['right'],
  },
  {
    what: 'the name in bold pieces',
    edit: `label.innerHTML = '수신 <b>소프트웨어에</b> 의한 삭제'`,
    may: ['right', 'lost'],
  },
  {
    what: 'the name above the control',
    edit: `row.style.display = 'block'`,
    may: ['right', 'lost'],
  },
  {
    what: 'a native list',
    edit: `control.outerHTML = '<select><option selected>허용</option><option>금지</option></select>'`,
    may: ['right'],
  },
  {
    what: 'a native list that says otherwise',
    edit: `control.outerHTML = '<select><option>허용</option><option selected>금지</option></select>'`,
    may: ['unclear'],
  },
  { what: 'another value', edit: `item.textContent = '금지'`, may: ['unclear'] },
  { what: 'a value with more words', edit: `item.textContent = '허용 안 함'`, may: ['unclear'] },
  { what: 'no value', edit: `item.textContent = ''`, may: ['unclear', 'lost'] },
  { what: 'the name changed', edit: `label.textContent = '수신 후 삭제'`, may: ['lost'] },
  {
    what: 'the name turned round',
    edit: `label.textContent = '수신 소프트웨어에 의한 삭제 금지'`,
    may: ['lost'],
  },
  { what: 'the name gone', edit: `label.textContent = ''`, may: ['lost'] },
  { what: 'the control gone', edit: `control.remove()`, may: ['lost'] },
  { what: 'the control hidden', edit: `control.style.display = 'none'`, may: ['lost'] },
  { what: 'the row hidden', edit: `row.style.display = 'none'`, may: ['lost'] },
  { what: 'all of it gone', edit: `row.remove()`, may: ['lost'] },
  {
    what: 'a switch in its place',
    edit: `control.outerHTML = '<input type="checkbox" checked>'`,
    may: ['lost'],
  },
  {
    what: 'buttons in its place',
    edit: `control.outerHTML = '<span><label><input type="radio" name="q" checked>허용</label> <label><input type="radio" name="q">금지</label></span>'`,
    may: ['lost'],
  },
  { what: 'doubled', edit: decoy('수신 소프트웨어에 의한 삭제', '허용'), may: ['lost', 'unclear'] },
  {
    what: 'doubled with another value',
    edit: decoy('수신 소프트웨어에 의한 삭제', '금지'),
    may: ['lost', 'unclear'],
  },
  {
    what: 'a decoy beside it',
    edit: decoy('수신 소프트웨어에 의한 삭제 알림', '금지'),
    may: ['right'],
  },
  {
    what: 'a decoy in its place',
    edit: `${decoy('수신 소프트웨어에 의한 삭제 알림', '허용')} row.remove()`,
    may: ['lost'],
  },
  {
    what: 'the name on two controls in one row',
    edit: `control.after(control.cloneNode(true))`,
    may: ['lost', 'unclear'],
  },
  {
    what: 'the name in a mail instead',
    edit: `const mail = document.createElement('article'); mail.append(row); document.querySelector('main').append(mail)`,
    may: ['lost'],
  },
  {
    what: 'still loading',
    edit: `row.setAttribute('aria-busy', 'true')`,
    may: ['lost', 'unclear'],
  },
  {
    what: 'the language of another page',
    edit: `document.documentElement.lang = 'fr'`,
    may: ['unclear'],
  },
];

const line = `const line = [...document.querySelectorAll('div')].find((e) => e.textContent === '10GB 중 9.2GB 사용');`;
const lines: Edit[] = [
  { what: 'nothing', edit: '', may: ['right'] },
  {
    what: 'other numbers',
    edit: `line.textContent = '10GB 중 5GB 사용'`,
    may: ['right'],
    truth: { used: 5, total: 10 },
  },
  {
    what: 'other units',
    edit: `line.textContent = '10 GB 중 5120 MB 사용'`,
    may: ['right'],
    truth: { used: 5, total: 10 },
  },
  {
    what: 'pieces',
    edit: `line.innerHTML = '<b>10GB</b> 중 <b>9.2</b><i>GB</i> 사용'`,
    may: ['right', 'lost'],
  },
  {
    what: 'wrapped',
    edit: `const box = document.createElement('section'); line.before(box); box.append(line)`,
    may: ['right'],
  },
  { what: 'free in place of used', edit: `line.textContent = '10GB 중 9.2GB 남음'`, may: ['lost'] },
  {
    what: 'something else is said of',
    edit: `line.textContent = '드라이브 10GB 중 9.2GB 사용'`,
    may: ['lost'],
  },
  {
    what: 'a heading of something else',
    edit: `line.prepend(Object.assign(document.createElement('div'), { textContent: '드라이브' }))`,
    may: ['lost'],
  },
  {
    what: 'numbers only',
    edit: `line.textContent = '9.2GB / 100GB'`,
    may: ['right', 'unclear', 'lost'],
    truth: { used: 9.2, total: 100 },
  },
  { what: 'doubled', edit: `line.after(line.cloneNode(true))`, may: ['lost', 'unclear'] },
  {
    what: 'in the list of mail',
    edit: `document.querySelector('.mi-subj').textContent = line.textContent; line.remove()`,
    may: ['lost'],
  },
  { what: 'swapped', edit: `line.textContent = '9.2GB 중 100GB 사용'`, may: ['unclear'] },
  { what: 'gone', edit: `line.remove()`, may: ['lost'] },
];

const setting: Lesson = {
  fact: 'popDeletion',
  page: 'pop',
  name: '수신 소프트웨어에 의한 삭제',
  kind: 'list',
  values: [{ words: '허용', value: 'allowed' }],
};
const storage: Lesson = {
  fact: 'storage',
  place: 'column',
  words: '#b 중 #b 사용',
  slots: [{ is: 'total' }, { is: 'used' }],
};

async function readerFor(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { look } from './src/site/read.ts'; export { pageLanguage } from './src/site/lessons.ts';`,
      resolveDir: new URL('..', import.meta.url).pathname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'reader',
  });
  return `${outputFiles[0]?.text ?? ''}; globalThis.reader = reader`;
}

/** What is read of a fact after an edit, by a lesson in Korean. */
async function readAfter(page: Page, path: string, html: string, code: string, lesson: Lesson) {
  await page.setContent(html);
  return page.evaluate(
    ({ code, lesson, path }) => {
      new Function(code)();
      const { reader } = globalThis as unknown as {
        reader: typeof import('../src/site/read.ts') & typeof import('../src/site/lessons.ts');
      };
      const lessons = reader.pageLanguage(document, []) === 'ko' ? [lesson] : [];
      const taught = { lessons, ways: { pop: path } };
      return reader.look(document, 1, true, undefined, taught).known;
    },
    { code, lesson, path },
  );
}

test('edits of a taught page are read rightly, unclear or lost', async ({ context }) => {
  const page = await context.newPage();
  const reader = await readerFor();
  const wrong: string[] = [];
  const cases = [
    {
      file: 'settings/pop-ko.html',
      path: '/alimail/entries/v5.1/setting/s114',
      intro: row,
      edits: settings,
      lesson: setting,
      truth: 'allowed' as unknown,
    },
    {
      file: 'pages/korean-lower-left.html',
      path: '/alimail/entries/v5.1/mail/inbox/all',
      intro: line,
      edits: lines,
      lesson: storage,
      truth: { used: 9.2, total: 10 } as unknown,
    },
  ];
  for (const { file, path, intro, edits, lesson, truth } of cases) {
    const html = readFileSync(new URL(file, import.meta.url), 'utf8');
    await page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(`https://${HOST}${path}`);
    await page.evaluate(reader);
    for (const { what, edit, may, truth: own = truth } of edits) {
      const known = await readAfter(page, path, html, `${intro}\n${edit}`, lesson);
      const reading: Reading | undefined = known[lesson.fact];
      const said = !reading || !('value' in reading) ? undefined : inGB(reading.value);
      const outcome: Outcome | 'wrong' =
        said !== undefined
          ? JSON.stringify(said) === JSON.stringify(own)
            ? 'right'
            : 'wrong'
          : reading && 'error' in reading && reading.error === 'lost'
            ? 'lost'
            : 'unclear';
      if (!(may as string[]).includes(outcome))
        wrong.push(`${lesson.fact}, ${what}: ${outcome} ${JSON.stringify(reading)}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** Sizes in GB, to a tenth. */
function inGB(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const round = (bytes: unknown) => Math.round((Number(bytes) / 2 ** 30) * 10) / 10;
  const { used, total } = value as { used: number; total: number };
  return { used: round(used), total: round(total) };
}
