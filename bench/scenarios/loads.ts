import type { Browsers } from '../browser.ts';
import { forget } from '../extension.ts';
import type { Cost } from '../meter.ts';
import { Visit } from './visit.ts';

/** In which browser, and how much of 10 GB is used. Above 9 GB Mailmend draws its warning. */
const visitors = {
  nobody: ['plain', '5.0'],
  empty: ['empty', '5.0'],
  mailmend: ['mailmend', '5.0'],
  warning: ['mailmend', '9.8'],
} as const satisfies Record<string, readonly [keyof Browsers, string]>;

type Visitor = keyof typeof visitors;

/** What each visitor cost: the load, and the heap (MB) that it kept after it. */
export type Load = Record<Visitor, { cost: Cost; heap: number }>;

/** One round of loading the webmail, each visitor in turn and as if for the first time. */
export async function loads(browsers: Browsers): Promise<Load> {
  const round: Partial<Load> = {};
  for (const name of Object.keys(visitors) as Visitor[]) {
    const [browser, used] = visitors[name];
    const mailbox = { rows: 500, used };
    // A browser that has waited for the others is slow at first; it is one in use that counts.
    await (await Visit.begin(browsers[browser], mailbox)).end();
    if (browser === 'mailmend') await forget(browsers.mailmend);
    const visit = await Visit.begin(browsers[browser], mailbox);
    round[name] = { cost: visit.load, heap: await visit.heap() };
    await visit.end();
  }
  return round as Load;
}
