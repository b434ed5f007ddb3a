import dayjs from 'dayjs';
import type { NumberFormat } from '../mailbox.ts';
import type { Words } from '../words/index.ts';

/** Bytes as the storage indicator writes them. */
export function storageText(bytes: number, format: NumberFormat): string {
  const step = bytes < 1 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10));
  const number = String(Number((bytes / 1024 ** step).toFixed(format.decimals)));
  const unit = step === 0 ? 'B' : 'KMGT'.charAt(step - 1) + format.unit.slice(1);
  return (format.comma ? number.replace('.', ',') : number) + (format.space ? ' ' : '') + unit;
}

/** Sizes as lists write them: 37KB. */
export function sizeText(bytes: number): string {
  return storageText(bytes, { decimals: 0, unit: 'GB', space: false, comma: false });
}

/** The time for today's mail, the day for older. */
export function dateText(date: string): string {
  const day = dayjs(date);
  if (day.isSame(dayjs(), 'day')) return day.format('HH:mm');
  return day.format(day.isSame(dayjs(), 'year') ? 'MM-DD' : 'YYYY-MM-DD');
}

/** What a folder is called. */
export function folderName(folder: string, words: Words, own: Record<string, string>): string {
  const names: Record<string, string> = {
    inbox: words.inbox,
    unread: words.unread,
    sentitems: words.sent,
    draft: words.drafts,
    spam: words.spam,
    deleted: words.deleted,
  };
  return names[folder] ?? own[folder.replace('folder-', '')] ?? folder;
}
