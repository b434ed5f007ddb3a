import { en, olderEn, type Words } from './en.ts';
import { ja, olderJa } from './ja.ts';
import { olderZh, zh } from './zh.ts';
import { olderZhTw, zhTw } from './zh-tw.ts';

export type { Words };
export type Language = 'en' | 'zh_CN' | 'zh_TW' | 'ja_JP';
export type Labels = 'older' | 'newer';

/** The words of the newer generation, and what the older one calls differently. */
const all: Record<Language, { newer: Words; older: Partial<Words> }> = {
  en: { newer: en, older: olderEn },
  zh_CN: { newer: zh, older: olderZh },
  zh_TW: { newer: zhTw, older: olderZhTw },
  ja_JP: { newer: ja, older: olderJa },
};

export const languages = Object.keys(all) as Language[];

export function wordsOf(language: Language, labels: Labels, own: Partial<Words> = {}): Words {
  const { newer, older } = all[language];
  return { ...newer, ...(labels === 'older' ? older : {}), ...own };
}

/** Puts values in place of the names in braces. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
