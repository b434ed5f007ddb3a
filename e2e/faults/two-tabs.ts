/** 200 readings of two tabs, told at the same time. */

import { expect } from '@playwright/test';
import type { Browser } from 'webextension-polyfill';

declare const chrome: Browser;
declare const browser: Browser | undefined;

/** The hosts of the two tabs: of one mailbox, and of two. */
export const pairs = [
  ['qiye.aliyun.com', 'qiye.aliyun.com'],
  ['mail.aliyun.com', 'mail.sg.aliyun.com'],
];

/** What each of the two tabs tells. */
export function tellingsOf(address: string | null): [Telling, Telling] {
  const from = Date.now() - 1000;
  return [
    { fact: 'forwarding', address, from },
    { fact: 'rules', address, from },
  ];
}

/** What a tab tells: so many readings of a fact that its page does not show, each with another value. */
export interface Telling {
  fact: 'forwarding' | 'rules';
  address: string | null;
  from: number;
}

/** Runs where our script in a page runs: tells all at once, and counts the answers that have what was told. */
export async function tellMany({ fact, address, from }: Telling): Promise<number> {
  const { runtime } = typeof browser === 'undefined' ? chrome : browser;
  const tell = async (nth: number) => {
    const value =
      fact === 'rules'
        ? { listed: nth, complete: false, rules: [] }
        : { to: [`d${nth}.example`], keepsCopy: true };
    const known = { [fact]: { at: from + nth, value } };
    const look = { do: 'look', place: 'mail', path: '/alimail/', address, known };
    const answer = (await runtime.sendMessage(look)) as { record: { known: typeof known } };
    return JSON.stringify(answer.record.known[fact]?.value) === JSON.stringify(value) ? 1 : 0;
  };
  const all = await Promise.all(Array.from({ length: 100 }, (_, nth) => tell(nth)));
  return all.reduce<number>((sum, one) => sum + one, 0);
}

/** Runs in a page of the extension: notes each value of the two facts as it is stored, record by record. */
export function listen(): void {
  const { onChanged } = (typeof browser === 'undefined' ? chrome : browser).storage;
  const seen: Record<string, string[]> = {};
  Object.assign(globalThis, { seen });
  onChanged.addListener((changes) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      const { forwarding, rules } = (newValue as Stored | undefined)?.known ?? {};
      const list = seen[key] ?? [];
      seen[key] = list;
      list.push(`${forwarding?.value.to[0] ?? ''} ${rules?.value.listed ?? ''}`);
    }
  });
  interface Stored {
    known?: {
      forwarding?: { value: { to: string[] } };
      rules?: { value: { listed: number } };
    };
  }
}

/** Each value of both facts was stored once, in its order, in the record of its mailbox; none was taken back. */
export function expectAllKept(seen: Record<string, string[]>, hosts: readonly string[]): void {
  const records = Object.values(seen).filter((lines) => lines.some((line) => line !== ' '));
  expect(records).toHaveLength(new Set(hosts).size);
  for (const [place, fact] of (['forwarding', 'rules'] as const).entries()) {
    const valuesIn = (lines: string[]) => lines.map((line) => line.split(' ')[place] ?? '');
    const own = records.map(valuesIn).find((values) => values.some((value) => value !== ''));
    const changes = own?.filter((value, nth) => value !== '' && value !== own[nth - 1]);
    const told = Array.from({ length: 100 }, (_, nth) =>
      fact === 'rules' ? `${nth}` : `d${nth}.example`,
    );
    expect(changes).toEqual(told);
  }
  const whose = new Set(hosts).size === 1 ? 'one mailbox' : 'two mailboxes';
  console.log(`200 readings of two tabs, of ${whose}: 200 kept, none taken back`);
}
