/** The main job, walked without a person: inbox, warning, "Show me", popup, each finding, report. */
import { setTimeout as rest } from 'node:timers/promises';
import type { Badge } from '../../e2e/browser/extension.ts';
import { type FindingRow, findings } from './findings.ts';
import { Refusal } from './options.ts';
import { button, matching, type Part, press, region, ring, type Tab, until } from './tab.ts';
import type { Say } from './words.ts';

/** A browser that can be walked through, with the extension and the stand-in webmail in it. */
export interface Driven {
  webmail: Tab;
  /** Opens a page of the extension in a tab of its own, as wide as the popup or the window. */
  open(path: 'popup.html' | 'report.html', width: number): Promise<Tab>;
  /** What the toolbar button shows for the webmail's tab. */
  badge(): Promise<Badge>;
  close(): Promise<void>;
}

interface Step {
  /** What is pressed or opened first; for nothing, one only looks. */
  press?: Part;
  go?: string;
  /** What has to be there then, and the sentence if it is not. */
  until: Part;
  otherwise: string;
  /** Whether to stay until the page has come to rest and was read. */
  stays?: boolean;
  /** The name of the screenshot; for nothing, none is taken. */
  shot?: string;
}

const webmail = 'https://qiye.aliyun.com/alimail/entries/v5.1';
export const inbox = `${webmail}/mail/inbox/all`;
/** The stand-in's own names of the settings pages. */
const settings = ['pop-setting', 'receive-and-send', 'mail-filter-rule-list', 'mail-forwarding'];

/** What is done in the webmail before the popup is opened; pages to be looked at are added here. */
function stepsInWebmail(say: Say): Step[] {
  const warning = region(new RegExp(say('warningLabel')));
  return [
    {
      go: inbox,
      until: warning,
      otherwise: 'The warning did not appear in the inbox',
      shot: 'warning',
    },
    {
      press: button(say('showMe'), warning),
      until: ring,
      otherwise: 'The ring did not appear around the storage indicator',
      shot: 'card',
    },
    {
      press: button(say('close'), anyRegion),
      until: `!(${anyRegion})`,
      otherwise: 'The card did not close',
    },
    ...settings.map((page) => ({
      go: `${webmail}/setting/${page}`,
      until: matching('h1'),
      otherwise: `The settings page ${page} did not open`,
      stays: true,
    })),
  ];
}

const anyRegion = region(/Mailmend/);

export interface Walked {
  findings: FindingRow[];
  badge: Badge;
}

/** Walks the main job; `shoot` takes a screenshot of a tab under a name. */
export async function walk(
  { webmail, open, badge }: Driven,
  say: Say,
  shoot: (tab: Tab, name: string) => Promise<void>,
): Promise<Walked> {
  for (const step of stepsInWebmail(say)) await take(webmail, step, shoot);

  const popup = await open('popup.html', 380);
  const listed = {
    until: `${matching('[data-check]')} && !${matching('[data-outcome="unseen"]')}`,
    otherwise: 'The popup did not show every finding',
  };
  await take(popup, { ...listed, shot: 'popup' }, shoot);
  const rows = (await popup.evaluate(findings)) as FindingRow[];
  for (const { check, outcome } of rows) {
    if (outcome !== 'wrong') continue;
    await press(popup, button(say('showMe'), matching(`[data-check="${check}"]`)));
    await webmail.bringToFront();
    const shown = { until: anyRegion, otherwise: `"Show me" of ${check} showed nothing` };
    await take(webmail, { ...shown, stays: true, shot: `show-${check}` }, shoot);
  }

  const report = await open('report.html', 900);
  const filled = {
    until: `${matching('pre[data-report]')}?.textContent.includes('"check"')`,
    otherwise: 'The report stayed empty',
  };
  await take(report, { ...filled, shot: 'report' }, shoot);
  return { findings: rows, badge: await settledBadge(badge) };
}

async function take(
  tab: Tab,
  step: Step,
  shoot: (tab: Tab, name: string) => Promise<void>,
): Promise<void> {
  if (step.go) await tab.goto(step.go);
  if (step.press) await press(tab, step.press);
  await until(tab, step.until, step.otherwise);
  if (step.stays) await rest(1500);
  if (!step.shot) return;
  // What appears fades in.
  await rest(300);
  await shoot(tab, step.shot);
}

async function settledBadge(badge: () => Promise<Badge>): Promise<Badge> {
  for (let tries = 0; tries < 100; tries += 1) {
    const shown = await badge();
    if (shown.text !== '') return shown;
    await rest(50);
  }
  throw new Refusal('The toolbar button showed no badge.');
}
