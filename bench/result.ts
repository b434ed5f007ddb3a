/** What was measured, as the lines of the table, each with its budget. */
import type { Cost } from './meter.ts';
import { elsewhere } from './peers.ts';
import type { Churn } from './scenarios/churns.ts';
import type { Load } from './scenarios/loads.ts';
import type { PopupTimes } from './scenarios/popup.ts';
import type { Reaction } from './scenarios/reaction.ts';
import { median, spread } from './statistics.ts';
import type { Row } from './table.ts';

export interface Result {
  loads: Load[];
  churns: Churn[];
  fullScan: { few: number; many: number };
  idle: { time: number; calls: number };
  spotlight: { still: number; moving: number };
  popup: PopupTimes;
  reaction: Reaction;
}

/** How long a page must have been still before Mailmend calls it at rest (ms). */
const rest = 200;

export function rowsOf({ loads, churns, ...result }: Result): Row[] {
  const { fullScan, idle, spotlight, popup, reaction } = result;
  const load = (name: keyof Load) => median(loads.map((round) => round[name].cost.own));
  const churn = medianChurn(churns, 'mailmend');
  const noOp = medianChurn(churns, 'noOp');
  const kept = (name: Exclude<keyof Load, 'nobody'>) =>
    median(loads.map((round) => round[name].heap - round.nobody.heap));
  const keptAfterChurn = median(churns.map((round) => round.heap.mailmend - round.heap.nobody));
  // The least of the rounds: what disturbs a round (the machine, a collection of garbage) only adds.
  const least = (name: keyof Churn['sparse']) =>
    Math.min(...churns.map(({ sparse }) => sparse[name].own));
  return [
    {
      what: 'script, 200 frames × 20 replaced rows',
      measured: [churn, 'ms', 3],
      beside: ['no-op observer', noOp],
      elsewhere: elsewhere.churn,
    },
    {
      what: '  by a full text scan',
      measured: [fullScan.few, 'ms'],
      beside: ['no-op observer', noOp],
    },
    {
      what: '  10 × the rows',
      measured: [least('many') / least('few'), '×', 1.2],
      beside: ['no-op observer', least('noOpMany') / least('noOpFew')],
      elsewhere: elsewhere.rows,
    },
    {
      what: '  10 × the rows, by a full text scan',
      measured: [fullScan.many / fullScan.few, '×'],
    },
    {
      what: 'script, page load',
      measured: [load('mailmend'), 'ms', 8],
      beside: ['empty extension', load('empty')],
      elsewhere: elsewhere.load,
    },
    {
      what: '  of that, running it, by subtraction',
      measured: [
        median(loads.map((round) => round.mailmend.cost.script - round.nobody.cost.script)),
        'ms',
      ],
    },
    {
      what: '  with the warning drawn',
      measured: [load('warning'), 'ms'],
      beside: ['empty extension', load('empty')],
    },
    {
      what: 'retained heap, after the load',
      measured: [kept('mailmend') - kept('empty'), 'MB', 0.5],
      beside: ['empty extension', kept('empty')],
    },
    {
      what: '  with the warning drawn',
      measured: [kept('warning') - kept('empty'), 'MB'],
    },
    {
      what: '  after the churn',
      measured: [keptAfterChurn - kept('empty'), 'MB', 0.5],
    },
    { what: 'spotlight, per frame, page at rest', measured: [spotlight.still, 'ms', 0.2] },
    { what: '  its field moving', measured: [spotlight.moving, 'ms', 0.2] },
    {
      what: 'popup opened → findings painted *',
      measured: [popup.warm, 'ms', 50],
      beside: ['empty popup', popup.empty],
    },
    {
      what: '  of that, beyond the empty popup *',
      measured: [popup.warm - popup.empty, 'ms'],
    },
    {
      what: '  after the background had ended *',
      measured: [popup.cold, 'ms', 600],
      beside: ['empty popup', popup.empty],
    },
    { what: 'page at rest → badge *', measured: [reaction.badge - rest, 'ms', 400] },
    { what: 'page at rest → open popup *', measured: [reaction.popup - rest, 'ms', 400] },
    { what: 'idle page, script per minute', measured: [idle.time, 'ms', 5] },
    { what: 'idle page, wake-ups per minute', measured: [idle.calls, '', 5] },
  ];
}

/** How much slower this machine is, at this hour, than the one that the budgets were set on. */
export function paceOf({ churns }: Result): number {
  return medianChurn(churns, 'noOp') / elsewhere.noOp;
}

/** What one turn of the churn costs (ms of CPU), by all turns of all rounds. */
function medianChurn(churns: readonly Churn[], name: 'noOp' | 'mailmend'): number {
  return median(churns.flatMap((round) => round[name].map(({ own }) => own)));
}

interface Pair {
  nobody: Cost;
  mailmend: Cost;
}

/** The same by subtraction, page with Mailmend less page without: coarse, but it misses nothing. */
export function crossCheck({ loads, churns }: Result): string {
  const loading = loads.map(({ nobody, mailmend }) => ({
    nobody: nobody.cost,
    mailmend: mailmend.cost,
  }));
  const churning = churns.flatMap(({ nobody, mailmend }) =>
    mailmend.map((turn) => ({ nobody, mailmend: turn })),
  );
  return [
    'By subtraction, page with Mailmend − page without (± half the spread of the latter):',
    `  churn: script ${added(churning, 'script')}, whole main thread ${added(churning, 'task')}`,
    `  load: script ${added(loading, 'script')}, whole main thread ${added(loading, 'task')}`,
  ].join('\n');
}

function added(pairs: readonly Pair[], part: 'script' | 'task'): string {
  const difference = median(pairs.map(({ nobody, mailmend }) => mailmend[part] - nobody[part]));
  const doubt = spread(pairs.map(({ nobody }) => nobody[part])) / 2;
  return `${difference.toFixed(1)} ± ${doubt.toFixed(1)} ms`;
}
