/** What some work cost the page's main thread: the part of one script, and the whole. */
import type { CDPSession, Page } from '@playwright/test';
import { scriptOf, traced } from './trace.ts';

/** All in ms of CPU time; `calls` is how often the script was woken. */
export interface Cost {
  /** Of the script that is looked at, by the trace. */
  own: number;
  calls: number;
  /** Of all script, and of everything that the thread did, by the browser's counters. */
  script: number;
  task: number;
}

/**
 * Whether an address in a trace is the script that is looked at. The browser's bindings, through
 * which an extension's script is called back, have no address; a page alone never runs any.
 */
export const isContentScript = (url: string) =>
  url === '' || /^chrome-extension:.*\/content\.js$/.test(url);
export const isPeer = (path: string) => (url: string) =>
  new URL(url, 'https://none').pathname === path;

/** Reads the counters of one page. CPU time, so that other programs of the machine count for little. */
export async function meterOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async costOf(work: () => Promise<unknown>, isOwn: (url: string) => boolean): Promise<Cost> {
      const before = await counters(session);
      const spans = await traced(page, work);
      const after = await counters(session);
      const { time, calls } = scriptOf(spans, isOwn);
      return {
        own: time,
        calls,
        script: (after['ScriptDuration'] - before['ScriptDuration']) * 1000,
        task: (after['TaskDuration'] - before['TaskDuration']) * 1000,
      };
    },
    /** In MB, what is left after everything that can be thrown away was. */
    async heap(): Promise<number> {
      await session.send('HeapProfiler.collectGarbage');
      return (await counters(session))['JSHeapUsedSize'] / 1e6;
    },
  };
}
export type Meter = Awaited<ReturnType<typeof meterOf>>;

type Counters = Record<'ScriptDuration' | 'TaskDuration' | 'JSHeapUsedSize', number>;

async function counters(session: CDPSession): Promise<Counters> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as Counters;
}
