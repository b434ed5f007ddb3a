/** What goes to the stores, checked: the manifests, the files, and what may not be in the scripts. */
import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import project from '../package.json' with { type: 'json' };
import { type BrowserName, browsers, build, buildExtension, type Files, root } from './build.ts';
import { packageOf } from './package.ts';

const hosts = [
  'qiye.aliyun.com',
  'mail.aliyun.com',
  'mail.sg.aliyun.com',
  'mail.hk.aliyun.com',
  'mail.de.alibabacloud.com',
  'mail.us.alibabacloud.com',
  'mail.xc.aliyun.com',
  'mail.alibaba-inc.com',
  'webmail.alibaba-inc.com',
  'work.aliyun.com',
  'mail.mxhichina.com',
  'mail.hichina.com',
  'mail.qiye.aliyun.com',
];

/** What both manifests hold, word for word. */
const common = {
  manifest_version: 3,
  default_locale: 'en',
  name: '__MSG_extensionName__',
  short_name: 'Mailmend',
  description: '__MSG_extensionDescription__',
  version: project.version,
  icons: {
    '16': 'icons/16.png',
    '32': 'icons/32.png',
    '48': 'icons/48.png',
    '128': 'icons/128.png',
  },
  action: {
    default_title: '__MSG_extensionName__',
    default_popup: 'popup.html',
    default_icon: { '16': 'icons/16.png', '32': 'icons/32.png', '48': 'icons/48.png' },
  },
  permissions: ['storage'],
  host_permissions: hosts.map((host) => `https://${host}/*`),
  content_scripts: [
    {
      matches: hosts.map((host) => `https://${host}/alimail/*`),
      exclude_matches: ['https://*/alimail/auth/*'],
      js: ['content.js'],
      run_at: 'document_idle',
    },
  ],
  content_security_policy: {
    extension_pages: [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
  },
};

const manifests: Record<BrowserName, object> = {
  chrome: {
    ...common,
    background: { service_worker: 'background.js' },
    minimum_chrome_version: '121',
  },
  firefox: {
    ...common,
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'mailmend@mailmend.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

const expectedFiles = [
  '_locales/en/messages.json',
  '_locales/zh_CN/messages.json',
  'background.js',
  'content.js',
  'icons/128.png',
  'icons/16.png',
  'icons/32.png',
  'icons/48.png',
  'manifest.json',
  'pages.css',
  'popup.html',
  'popup.js',
  'report.html',
  'report.js',
];

const textOf = (files: Files, name: string) => new TextDecoder().decode(files.get(name));

const scriptsOf = (files: Files) =>
  [...files.keys()].filter((name) => name.endsWith('.js')).map((name) => textOf(files, name));

for (const browser of browsers) {
  test(`the manifest for ${browser} says exactly this`, async () => {
    const { files } = await build();
    expect(JSON.parse(textOf(files[browser], 'manifest.json'))).toEqual(manifests[browser]);
  });

  test(`the package for ${browser} holds the expected files and no others`, async () => {
    const { files } = await build();
    expect([...files[browser].keys()].sort()).toEqual(expectedFiles);
  });
}

test('two builds are the same, byte for byte, and so are their packages', async () => {
  const folders = [test.info().outputPath('one'), test.info().outputPath('two')] as const;
  const [one, two] = [await buildExtension(folders[0]), await buildExtension(folders[1])];
  for (const browser of browsers) {
    const written = await Promise.all(folders.map((folder) => contentsOf(join(folder, browser))));
    expect(Object.keys(written[0] ?? {})).toEqual(expectedFiles);
    expect(written[0]).toEqual(written[1]);
    expect(sameBytes(packageOf(one.files[browser]), packageOf(two.files[browser]))).toBe(true);
  }
});

test('a package does not depend on the order of its files nor on the time zone', async () => {
  const { files } = await build();
  const turned = new Map([...files.chrome].reverse());
  expect(sameBytes(packageOf(files.chrome), packageOf(turned))).toBe(true);
  const zone = process.env['TZ'];
  try {
    process.env['TZ'] = 'Pacific/Kiritimati';
    const east = packageOf(files.chrome);
    process.env['TZ'] = 'America/Adak';
    expect(sameBytes(packageOf(files.chrome), east)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('a build leaves nothing behind of an earlier one', async () => {
  const folder = test.info().outputPath('build');
  await buildExtension(folder);
  await writeFile(join(folder, 'chrome', 'options.js'), 'of yesterday');
  await writeFile(join(folder, 'chrome', 'popup.js'), 'of yesterday');
  const { files } = await buildExtension(folder);
  expect(Object.keys(await contentsOf(join(folder, 'chrome')))).toEqual(expectedFiles);
  expect(await readFile(join(folder, 'chrome', 'popup.js'), 'utf8')).toBe(
    textOf(files.chrome, 'popup.js'),
  );
});

test('web-ext finds nothing to say', async () => {
  test.slow();
  const folder = test.info().outputPath('build');
  await buildExtension(folder);
  const program = join(root, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const source = join(folder, 'firefox');
  const lint = ['lint', '--source-dir', source, '--output', 'json', '--no-config-discovery'];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...lint], {
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
  }).catch((failed: { stdout: string }) => failed);
  const { errors, warnings, notices } = JSON.parse(stdout);
  expect({ errors, warnings, notices }).toEqual({ errors: [], warnings: [], notices: [] });
});

/** HTML from text, code from text, the network, and messages that a page could send. */
const forbidden = [
  /innerHTML/,
  /outerHTML/,
  /insertAdjacentHTML/,
  /setHTMLUnsafe/,
  /createContextualFragment/,
  /DOMParser/,
  /document\.write/,
  /\beval\s*\(/,
  /new Function/,
  /\bfetch\s*\(/,
  /XMLHttpRequest/,
  /WebSocket/,
  /EventSource/,
  /WebTransport/,
  /RTCPeerConnection/,
  /sendBeacon/,
  /importScripts/,
  /\bimport\s*\(/,
  /addEventListener\(\s*['"`]message['"`]/,
  /\bonmessage\b/,
  /\bpostMessage\b/,
];

test('the scripts write no HTML, make no code, and speak to no network and no page', async () => {
  const { files } = await build();
  const found = scriptsOf(files.chrome).flatMap((script) =>
    forbidden.flatMap((pattern) => {
      const at = script.search(pattern);
      return at < 0 ? [] : [`${pattern} in: ${script.slice(Math.max(0, at - 60), at + 60)}`];
    }),
  );
  expect(found).toEqual([]);
});

test('no address without encryption is in the scripts, but for the names of XML', async () => {
  const { files } = await build();
  const addresses = scriptsOf(files.chrome).flatMap(
    (script) => script.match(/http:[^\s'"`]*/g) ?? [],
  );
  expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
});

test('the scripts are the same for both browsers', async () => {
  const { files } = await build();
  expect(scriptsOf(files.firefox)).toEqual(scriptsOf(files.chrome));
});

test('these libraries are in the package and no others', async () => {
  const { sources } = await build();
  const libraries = sources.flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? [],
  );
  expect([...new Set(libraries)].sort()).toEqual(Object.keys(project.dependencies).sort());
  expect(Object.keys(project.dependencies).sort()).toEqual([
    'preact',
    'valibot',
    'webextension-polyfill',
  ]);
  const ours = sources.filter((path) => !path.includes('node_modules/'));
  expect(ours.filter((path) => !path.startsWith('src/'))).toEqual([]);
});

test('the package is small', async () => {
  const { files } = await build();
  for (const browser of browsers) {
    const sizes = [...files[browser].values()].map(({ length }) => length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(560 * 1024);
  }
  expect(files.chrome.get('content.js')?.length).toBeLessThanOrEqual(220 * 1024);
});

/** What is in a folder, by path; as text of one character a byte, which is quick to compare. */
async function contentsOf(folder: string): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const text = await readFile(join(folder, name), 'latin1').catch(() => undefined);
    if (text !== undefined) contents[name.replaceAll('\\', '/')] = text;
  }
  return contents;
}

function sameBytes(one: Uint8Array, two: Uint8Array): boolean {
  return Buffer.compare(one, two) === 0;
}
