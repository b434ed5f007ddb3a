/** What a reviewer would have to remember about the tree, checked. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import en from '../assets/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../assets/_locales/zh_CN/messages.json' with { type: 'json' };
import manifest from '../manifest.json' with { type: 'json' };
import { checks } from './core/checks/index.ts';

const root = new URL('..', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$/.test(path));

test('each language says everything, with the same placeholders', () => {
  interface Words {
    message: string;
    placeholders?: Record<string, { content: string }>;
  }
  const holes = ({ message, placeholders = {} }: Words) =>
    [message, ...Object.values(placeholders).map(({ content }) => content)]
      .flatMap((text) => text.match(/\$\d/g) ?? [])
      .sort();
  const words = zhCN as Record<string, Words>;
  expect(Object.keys(zhCN).sort()).toEqual(Object.keys(en).sort());
  for (const [key, english] of Object.entries(en)) {
    expect(english.description, `${key}: tell the translator what it is`).toBeTruthy();
    expect(holes(words[key] ?? { message: '' }), key).toEqual(holes(english));
  }
});

test('no message has two placeholders that touch: Chromium refuses the extension for it', () => {
  const touching = [en, zhCN].flatMap((words) =>
    Object.values(words).filter(({ message }) => /\$\d\$/.test(message)),
  );
  expect(touching).toEqual([]);
});

test('each message is used', () => {
  const code = sources.map((path) => read(`src/${path}`)).join('\n') + JSON.stringify(manifest);
  const made = checks.map(({ id }) => `${id.replaceAll('-', '_')}_`);
  const unused = Object.keys(en).filter(
    (key) =>
      !code.includes(`'${key}'`) &&
      !code.includes(`"${key}"`) &&
      !code.includes(`__MSG_${key}__`) &&
      !/^(severity|outcome|error|value|rule|checkup)_/.test(key) &&
      !made.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});

test('each check is in the file of its name, with all its wordings', () => {
  for (const { id } of checks) {
    expect(read(`src/core/checks/${id}.ts`)).toContain(`id: '${id}'`);
    for (const outcome of ['fine', 'unclear', 'unseen']) {
      expect(Object.keys(en)).toContain(`${id.replaceAll('-', '_')}_${outcome}`);
    }
  }
});

test('our part of a page is injected exactly where access is asked for', () => {
  const [script] = manifest.content_scripts;
  const origins = script?.matches.map((match) => match.replace('/alimail/*', '/*'));
  expect(origins).toEqual(manifest.host_permissions);
});

test('no text is in the code', () => {
  const written = sources
    .filter((path) => path.startsWith('ui/') && path.endsWith('.tsx'))
    .filter((path) => />\s*[A-Z][a-z]+ [a-z]+[^<>{}=;]*</.test(read(`src/${path}`)));
  expect(written).toEqual([]);
});
