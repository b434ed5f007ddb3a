/** Measures what Mailmend costs, beside peers in the same run, and prints it; see README.md. */
import { cpus, loadavg } from 'node:os';
import { type Browsers, closeAll, launchAll } from './browser.ts';
import { crossCheck, paceOf, type Result, rowsOf } from './result.ts';
import { type CheckupTimes, checkups } from './scenarios/checkup.ts';
import { type Churn, churns, fullScans } from './scenarios/churns.ts';
import { idle } from './scenarios/idle.ts';
import { type Load, loads } from './scenarios/loads.ts';
import { popup } from './scenarios/popup.ts';
import { reaction } from './scenarios/reaction.ts';
import { spotlight } from './scenarios/spotlight.ts';
import { tableOf } from './table.ts';

const rounds = Number(process.argv[2] ?? 3);

const began = performance.now();
function say(what: string): void {
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${String(seconds).padStart(4)} s  ${what}`);
}

async function measure(browsers: Browsers): Promise<Result> {
  const { plain, mailmend } = browsers;
  const loaded: Load[] = [];
  const churned: Churn[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`page load, heap, churn: round ${round} of ${rounds}`);
    loaded.push(await loads(browsers));
    churned.push(await churns(browsers));
  }
  say('idle page; full text scan');
  // In two browsers, and counted in CPU time: neither disturbs the other.
  const [idled, scanned] = await Promise.all([idle(mailmend), fullScans(plain)]);
  say('spotlight');
  const pointed = await spotlight(mailmend);
  say('reaction to a change');
  const reacted = await reaction(mailmend);
  say('popup');
  const opened = await popup(browsers);
  say('done\n');
  return {
    loads: loaded,
    churns: churned,
    fullScan: scanned,
    idle: idled,
    spotlight: pointed,
    reaction: reacted,
    popup: opened,
  };
}

function print(result: Result): void {
  const pace = Math.max(1, paceOf(result));
  const busy = loadavg()[0] ?? 0;
  console.log(tableOf(rowsOf(result), pace));
  console.log(`
${crossCheck(result)}
This machine ran at 1/${pace.toFixed(1)} of the pace of the one that the budgets were set on (by the no-op
observer; "slow" is over the budget only because of that), with a load of ${busy.toFixed(1)} on ${cpus().length} cores.
* in time that passed, so other work on this machine counts; all else in ms is CPU time.`);
}

/** How much faster a check-up is when the ways to the pages are known. */
function sayTimes(name: string, { first, second, seen }: CheckupTimes): void {
  const ratio = (first / second).toFixed(2);
  const where = seen ? 'its tab was in sight' : 'its tab never in sight';
  console.log(
    `check-up in ${name}, ${where}: first ${first.toFixed(1)} s, second ${second.toFixed(1)} s (${ratio} ×) *`,
  );
}

const browsers = await launchAll();
try {
  print(await measure(browsers));
} finally {
  await closeAll(browsers);
}
const { chromium, firefox } = await checkups();
sayTimes('Chromium', chromium);
if (firefox) sayTimes('Firefox', firefox);
