import type { Language } from '../words/index.ts';

/** The user's own folders that the rules of the ready sets speak of. */
export function folders(language: Language): Record<string, string> {
  const names: [en: string, zh: string][] = [
    ['Invoices', '发票'],
    ['Project reports', '项目周报'],
    ['Newsletters', '订阅'],
    ['Suppliers', '供应商'],
    ['Team', '团队'],
    ['Archive', '归档'],
    ['Shipping', '物流'],
    ['System notices', '系统通知'],
  ];
  return Object.fromEntries(
    names.map(([en, zh], at) => [String(101 + at), language.startsWith('zh') ? zh : en]),
  );
}
