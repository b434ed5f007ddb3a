import { type Words, wordsOf } from '../../words/index.ts';

/** Nobody is signed in: the language is the cookie's. */
export function signInWords(): Words {
  const chinese = document.cookie.includes('alimail_init_lang=zh_CN');
  return wordsOf(chinese ? 'zh_CN' : 'en', 'newer');
}
