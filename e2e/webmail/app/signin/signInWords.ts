import { languages, type Words, wordsOf } from '../../words/index.ts';

/** Nobody is signed in: the language is the cookie's. */
export function signInWords(): Words {
  const named = /alimail_init_lang=(\w+)/.exec(document.cookie)?.[1];
  return wordsOf(languages.find((language) => language === named) ?? 'en', 'newer');
}
