import browser from 'webextension-polyfill';
import type { Say } from '../core/words.ts';

/** Our words in the browser's language. */
export const say: Say = (key, ...values) => browser.i18n.getMessage(key, values);

/** The language in which our words are; numbers and times are written in the same. */
export const locale = say('locale');
