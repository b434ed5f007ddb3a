import type { BrowserContext } from '@playwright/test';
import type { Browsers } from '../browser.ts';
import type { Cost } from '../meter.ts';
import type { Mailbox } from '../webmail.ts';
import { usual, Visit } from './visit.ts';

const few: Mailbox = { rows: 500, used: '5.0' };
const many: Mailbox = { rows: 5000, used: '5.0' };
const withNoOp = (mailbox: Mailbox): Mailbox => ({ ...mailbox, script: '/no-op.js' });

/**
 * The churn by which few rows and many are compared. It is short and leaves the page time to lay out
 * many rows: on a page that cannot keep pace frames last longer, and more looks fall into them.
 */
const sparse = { ...usual, frames: 100, every: 4 };

/** How often the no-op observer and Mailmend take turns in one round. */
const turns = 3;

/** What one round of churning the list of mails cost, turn by turn; heaps in MB, after the first. */
export interface Churn {
  nobody: Cost;
  noOp: Cost[];
  mailmend: Cost[];
  heap: { nobody: number; mailmend: number };
  sparse: Record<'few' | 'many' | 'noOpFew' | 'noOpMany', Cost>;
}

/** One round: the page alone, with the least of watchers, and with Mailmend on few rows and on many. */
export async function churns({ plain, mailmend }: Browsers): Promise<Churn> {
  // All open first: while one loads, those before it come to rest.
  const visits = {
    nobody: await Visit.begin(plain, few),
    noOp: await Visit.begin(plain, withNoOp(few)),
    mailmend: await Visit.begin(mailmend, few),
    few: await Visit.begin(mailmend, few),
    many: await Visit.begin(mailmend, many),
    noOpFew: await Visit.begin(plain, withNoOp(few)),
    noOpMany: await Visit.begin(plain, withNoOp(many)),
  };
  const nobody = await visits.nobody.churn();
  const noOp = [await visits.noOp.churn()];
  const own = [await visits.mailmend.churn()];
  const heap = { nobody: await visits.nobody.heap(), mailmend: await visits.mailmend.heap() };
  while (own.length < turns) {
    noOp.push(await visits.noOp.churn());
    own.push(await visits.mailmend.churn());
  }
  const sparsely = {
    few: await visits.few.churn(sparse),
    many: await visits.many.churn(sparse),
    noOpFew: await visits.noOpFew.churn(sparse),
    noOpMany: await visits.noOpMany.churn(sparse),
  };
  for (const visit of Object.values(visits)) await visit.end();
  return { nobody, noOp, mailmend: own, heap, sparse: sparsely };
}

/** What the naive peer costs, which reads all text after each change. A few frames tell. */
export async function fullScans(plain: BrowserContext): Promise<{ few: number; many: number }> {
  const cost = async (mailbox: Mailbox, frames: number) => {
    const visit = await Visit.begin(plain, { ...mailbox, script: '/full-scan.js' });
    const { own } = await visit.churn({ ...usual, frames });
    await visit.end();
    return (own * usual.frames) / frames;
  };
  return { few: await cost(few, 100), many: await cost(many, 20) };
}
