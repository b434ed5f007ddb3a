import browser from 'webextension-polyfill';
import type { Say } from '../core/words.ts';

/** Our words in the browser's language. */
export const say: Say = (key, ...values) => browser.i18n.getMessage(key, values);

let asked: string | undefined;

/**
 * Our words, and the language that they are in: numbers and times are written in the same. A browser
 * keeps its caller waiting for the first word, so nothing is asked before it is needed.
 */
export const words = {
  say,
  get locale(): string {
    asked ??= say('locale');
    return asked;
  },
};
