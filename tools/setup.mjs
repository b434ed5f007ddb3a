/**
 * Gets everything a command of this project needs, and says so only when there is something to do.
 * Plain JavaScript without imports from node_modules, for it runs before there are any.
 *
 *   node tools/setup.mjs              the npm packages
 *   node tools/setup.mjs --browsers   the browsers of the tests too
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';

/** The oldest Firefox that the manifest allows. */
const OLDEST_FIREFOX = 142;

export const NO_CHROMIUM =
  'There is no Chromium for the tests: install Chromium or Edge, or set MAILMEND_CHROMIUM to one' +
  ' (Google Chrome will not do: since version 137 it ignores --load-extension).';
export const NO_FIREFOX =
  `There is no Firefox ${OLDEST_FIREFOX} or newer for the tests: install Firefox from your system or` +
  ' from mozilla.org, or set MAILMEND_FIREFOX to one (the Firefox that Playwright brings takes no extensions).';

/** The first Chromium that loads unpacked extensions from the command line. */
export function findChromium() {
  return firstProgram([
    process.env.MAILMEND_CHROMIUM,
    ...onPath('chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'),
    ...inApplications('Chromium.app/Contents/MacOS/Chromium'),
    ...inApplications('Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    ...inProgramFiles('Chromium\\Application\\chrome.exe'),
    ...inProgramFiles('Microsoft\\Edge\\Application\\msedge.exe'),
    chromiumOfPlaywright(),
  ]);
}

/** The first Firefox that is new enough. */
export function findFirefox() {
  return firstProgram(
    [
      process.env.MAILMEND_FIREFOX,
      ...onPath('firefox-esr', 'firefox', 'firefox-developer-edition'),
      ...inApplications('Firefox.app/Contents/MacOS/firefox'),
      ...inApplications('Firefox Developer Edition.app/Contents/MacOS/firefox'),
      ...inProgramFiles('Mozilla Firefox\\firefox.exe'),
    ],
    (program) => firefoxVersion(program) >= OLDEST_FIREFOX,
  );
}

function firstProgram(candidates, fits = () => true) {
  return candidates.find((program) => program && isProgram(program) && fits(program));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(...names) {
  if (windows) return [];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function inApplications(path) {
  if (process.platform !== 'darwin') return [];
  return ['/Applications', join(process.env.HOME ?? '', 'Applications')].map((at) =>
    join(at, path),
  );
}

function inProgramFiles(path) {
  const { PROGRAMFILES, LOCALAPPDATA } = process.env;
  const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA];
  return windows ? folders.filter(Boolean).map((folder) => join(folder, path)) : [];
}

function chromiumOfPlaywright() {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  } catch {
    return undefined;
  }
}

function firefoxVersion(program) {
  const folder = dirname(realpathSync(program));
  const ini = [join(folder, 'application.ini'), join(folder, '../Resources/application.ini')].find(
    existsSync,
  );
  const words = ini ? readFileSync(ini, 'utf8') : answerOf(program, '--version');
  return Number(/(?:^Version=|Firefox )(\d+)/m.exec(words)?.[1] ?? 0);
}

/** What a program prints; empty if it cannot be run. */
function answerOf(program, ...args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

/** Says what is done and does it; what the program itself prints is shown only if it fails. */
function step(sentence, program, args) {
  console.log(sentence);
  try {
    execFileSync(program, args, {
      cwd: root,
      shell: windows,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: Number.POSITIVE_INFINITY,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return true;
  } catch (error) {
    console.error(`${error.stdout ?? ''}${error.stderr ?? error.message}`.trim());
    console.error(`This failed: ${[program, ...args].join(' ')}`);
    return false;
  }
}

/** Whether node_modules holds exactly what package-lock.json asks for. */
function packagesAreInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || (optional && !present[path]) || present[path]?.version === version,
  );
}

function packagesOf(lockFile) {
  const path = join(root, lockFile);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

function installPackages() {
  if (packagesAreInstalled()) return true;
  return step('Installing the npm packages (npm ci) …', 'npm', [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}

function installBrowsers() {
  const missing = [
    !findChromium() && 'chromium',
    !findFirefox() && 'firefox-esr',
    !chineseIsDrawn() && 'fonts-noto-cjk',
  ].filter(Boolean);
  if (missing.length > 0 && process.getuid?.() === 0 && onPath('apt-get').some(isProgram)) {
    step('Refreshing the package lists (apt-get update) …', 'apt-get', ['update']);
    const install = ['install', '-y', '--no-install-recommends', ...missing];
    step(`Installing ${missing.join(', ')} (apt-get install) …`, 'apt-get', install);
  }
  if (!findChromium()) {
    const install = ['playwright', 'install', '--no-shell', 'chromium'];
    step('Downloading Chromium (playwright install) …', 'npx', install);
  }
  if (!findFirefox()) console.error(NO_FIREFOX);
  if (!findChromium()) console.error(NO_CHROMIUM);
  return Boolean(findChromium());
}

/** Whether there is a font for Chinese; only Linux may lack one. */
function chineseIsDrawn() {
  return process.platform !== 'linux' || answerOf('fc-list', ':lang=zh') !== '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const done = installPackages() && (!process.argv.includes('--browsers') || installBrowsers());
  process.exitCode = done ? 0 : 1;
}
