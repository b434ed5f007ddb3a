import { en, olderEn, type Words } from './en.ts';
import { olderZh, zh } from './zh.ts';

export type { Words };
export type Language = 'en' | 'zh_CN';
export type Labels = 'older' | 'newer';

export function wordsOf(language: Language, labels: Labels, own: Partial<Words> = {}): Words {
  const newer = language === 'en' ? en : zh;
  const older = language === 'en' ? olderEn : olderZh;
  return { ...newer, ...(labels === 'older' ? older : {}), ...own };
}

/** Puts values in place of the names in braces. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
