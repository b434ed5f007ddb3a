/** Which script a page's main thread ran, and for how long, by the browser's own trace. */
import type { Page } from '@playwright/test';
import { browserOf } from './browser.ts';

/** One span of a trace; times in microseconds, `tdur` in CPU time of its thread. */
export interface Span {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string }; fileName?: string };
}

const mark = 'bench';

/** The spans of the page's main thread while some work is done. */
export async function traced(page: Page, work: () => Promise<unknown>): Promise<Span[]> {
  const browser = browserOf(page.context());
  await browser.startTracing(page, { categories: ['devtools.timeline', 'blink.user_timing'] });
  await page.evaluate((name) => void performance.mark(name), mark);
  await work();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as {
    traceEvents: Span[];
  };
  const at = traceEvents.find(({ name }) => name === mark);
  return traceEvents
    .filter(({ pid, tid, ph }) => ph === 'X' && pid === at?.pid && tid === at.tid)
    .sort((a, b) => a.ts - b.ts);
}

const running = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile']);

/** The CPU time (ms) of the outermost calls into some script, and their number. */
export function scriptOf(spans: readonly Span[], isOurs: (url: string) => boolean) {
  let calls = 0;
  let time = 0;
  let end = 0;
  for (const { name, ts, dur = 0, tdur = dur, args } of spans) {
    if (!running.has(name) || ts < end) continue;
    if (!isOurs(args.data?.url ?? args.fileName ?? '')) continue;
    calls += 1;
    time += tdur / 1000;
    end = ts + dur;
  }
  return { calls, time };
}
