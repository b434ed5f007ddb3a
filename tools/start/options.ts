/** What was asked for on the command line. */
import { parseArgs } from 'node:util';

export type Language = 'en' | 'zh_CN';

export interface Options {
  browser: 'chromium' | 'firefox';
  language: Language;
  /** The real webmail instead of the stand-in. */
  live: boolean;
  headless: boolean;
}

export const usage = `npm start -- [options]

  --browser firefox     in Firefox; otherwise in Chromium
  --language zh_CN|en   otherwise as this computer speaks
  --live                the real webmail instead of the stand-in
  --headless            without a window: walks the main job, prints the findings, takes screenshots`;

/** A wish that cannot be met; its message is one sentence for the user. */
export class Refusal extends Error {}

/** The options that the arguments ask for; undefined: only the help was wanted. */
export function optionsOf(args: string[], hasDisplay = canShowWindows()): Options | undefined {
  const { browser, language, live, headless, help } = parsed(args);
  if (help) return undefined;
  const name = { chrome: 'chromium', chromium: 'chromium', firefox: 'firefox' }[browser];
  if (name !== 'chromium' && name !== 'firefox') {
    throw new Refusal(`There is no browser "${browser}": it is chromium or firefox.`);
  }
  const wished = language.replace('-', '_');
  if (wished !== 'en' && wished !== 'zh_CN') {
    throw new Refusal(`There is no language "${language}": it is en or zh_CN.`);
  }
  if (live && (headless || !hasDisplay)) {
    throw new Refusal(
      'The real webmail (--live) takes a window, for you have to sign in to it; there is no display here.',
    );
  }
  return { browser: name, language: wished, live, headless: headless || !hasDisplay };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        browser: { type: 'string', default: 'chromium' },
        language: { type: 'string', default: languageOf(new Intl.NumberFormat()) },
        live: { type: 'boolean', default: false },
        headless: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`);
  }
}

function languageOf(format: Intl.NumberFormat): Language {
  return format.resolvedOptions().locale.startsWith('zh') ? 'zh_CN' : 'en';
}

/** Only Linux may be without a display. */
function canShowWindows(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
