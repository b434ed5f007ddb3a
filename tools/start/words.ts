/** The extension's own words, by which its parts are found. */
import en from '../../assets/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../assets/_locales/zh_CN/messages.json' with { type: 'json' };
import type { Language } from './options.ts';

type Key = keyof typeof en & keyof typeof zhCN;

const messages = { en, zh_CN: zhCN };

export function wordsOf(language: Language) {
  return (key: Key): string => messages[language][key].message;
}
export type Say = ReturnType<typeof wordsOf>;
