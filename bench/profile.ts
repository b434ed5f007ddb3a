/** Says where Mailmend's time goes: its functions, by the CPU time in them and in what they call. */
import type { Page } from '@playwright/test';
import { closeAll, launchAll, openTab, settling } from './browser.ts';
import { forget } from './extension.ts';
import { after, median } from './statistics.ts';
import { addressOf } from './webmail.ts';

const rounds = 9;
const rows = Number(process.argv[2] ?? 500);

/** A sampled function; `hitCount` samples were taken in it. */
interface Node {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  hitCount?: number;
  children?: number[];
}

/** Time by function, in ms. */
type Times = Map<string, { self: number; total: number }>;

async function profile(page: Page, work: () => Promise<unknown>): Promise<Times> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 50 });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  const nodes = new Map<number, Node>(profile.nodes.map((node) => [node.id, node]));
  const { samples = [], timeDeltas = [] } = profile;
  const spent = new Map<number, number>();
  samples.forEach((id, i) => {
    spent.set(id, (spent.get(id) ?? 0) + (timeDeltas[i + 1] ?? 0) / 1000);
  });
  const times: Times = new Map();
  for (const root of profile.nodes.filter(({ callFrame }) => callFrame.functionName === '(root)'))
    add(root, nodes, spent, times, new Set());
  return times;
}

/** Adds a node and all below it; returns the time of ours in it. What is native belongs to its caller. */
function add(
  node: Node,
  nodes: Map<number, Node>,
  spent: Map<number, number>,
  times: Times,
  around: ReadonlySet<string>,
): number {
  const { functionName, url, lineNumber } = node.callFrame;
  const isOurs = url.endsWith('/content.js');
  const name = isOurs ? `${functionName || '(anonymous)'} :${lineNumber + 1}` : undefined;
  const within = name ? new Set([...around, name]) : around;
  const self = name || around.size > 0 ? (spent.get(node.id) ?? 0) : 0;
  let total = self;
  for (const id of node.children ?? []) {
    const child = nodes.get(id);
    if (child) total += add(child, nodes, spent, times, within);
  }
  if (name) {
    const sum = times.get(name) ?? { self: 0, total: 0 };
    sum.self += self;
    if (!around.has(name)) sum.total += total;
    times.set(name, sum);
  }
  return total;
}

/** Prints the medians of all rounds: a round in which the machine had other things to do is not one of them. */
function print(title: string, all: readonly Times[]): void {
  console.log(`\n${title}, ms per visit\n   total    self  function :line of content.js`);
  const lines = [...new Set(all.flatMap((times) => [...times.keys()]))].map((name) => ({
    name,
    total: median(all.map((times) => times.get(name)?.total ?? 0)),
    self: median(all.map((times) => times.get(name)?.self ?? 0)),
  }));
  for (const { name, total, self } of lines.sort((a, b) => b.total - a.total).slice(0, 40)) {
    console.log(`${total.toFixed(2).padStart(8)}${self.toFixed(2).padStart(8)}  ${name}`);
  }
}

const browsers = await launchAll();
try {
  const loading: Times[] = [];
  const churning: Times[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await forget(browsers.mailmend);
    const page = await openTab(browsers.mailmend);
    const load = async () => {
      await page.goto(addressOf({ rows, used: '5.0' }));
      await after(1000);
    };
    loading.push(await profile(page, load));
    await after(settling - 1000);
    const churn = async () => {
      await page.evaluate(() => window.driver.churn(200, 20, 1));
      await after(500);
    };
    churning.push(await profile(page, churn));
    await page.close();
  }
  print('Page load', loading);
  print('Churn', churning);
} finally {
  await closeAll(browsers);
}
