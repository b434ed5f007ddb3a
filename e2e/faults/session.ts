/** A session as a person would have it, in either browser: what he does, and what is so at its end. */
import { expect } from '@playwright/test';
import type { Badge } from '../browser/extension.ts';
import { HOST, INBOX } from '../browser/webmail.ts';
import { filledTo } from '../parts.ts';
import { settingsPages } from '../webmail/mailbox.ts';
import type { Webmail } from '../webmail/server.ts';
import { seed } from './damage.ts';

/** What a person does; selectors reach into shadow roots. */
export interface Hands {
  /** Loads an address of the webmail. */
  go(address: string): Promise<void>;
  /** Evaluates in the webmail's page. */
  run(expression: string): Promise<unknown>;
  press(selector: string): Promise<void>;
  pressInPopup(selector: string): Promise<void>;
  /** Waits until the popup shows what the selector finds. */
  seeInPopup(selector: string): Promise<void>;
}

const addressOf = (page: keyof typeof settingsPages) =>
  `https://${HOST}/alimail/entries/v5.1/setting/${settingsPages[page]}`;

/** Goes to a page of the settings by the webmail's own routing, as its links do. */
const turnTo = (hands: Hands, page: keyof typeof settingsPages) =>
  hands.run(`history.pushState(null, '', '${addressOf(page)}');
    dispatchEvent(new PopStateEvent('popstate'))`);

const warning = 'section[aria-label="Mailmend warning"]';
const finding = (check: string, outcome: string) =>
  `[data-check="${check}"][data-outcome="${outcome}"]`;

/** The mailbox as the session finds it. */
export function prepare(webmail: Webmail): void {
  const forwarding = {
    id: 'r1',
    name: 'To the archive',
    enabled: true,
    match: 'all' as const,
    conditions: [{ field: 'from' as const, words: ['news@paper.example.org'] }],
    actions: [{ type: 'forward' as const, to: 'archive@elsewhere.example.net' }],
    stop: false,
  };
  webmail.set({
    storage: filledTo(0.93),
    controls: 'radio',
    settingsDelay: 0,
    popDeletion: 'allowed',
    rules: [forwarding],
  });
}

/** A warning is put off, a setting is put right and looked at again, a rule is known. */
export async function play(hands: Hands, webmail: Webmail): Promise<void> {
  await hands.go(`https://${HOST}${INBOX}`);
  await hands.press(`${warning} .actions button:not(.primary)`);
  await hands.seeInPopup(finding('storage-nearly-full', 'wrong'));
  await turnTo(hands, 'pop');
  await hands.seeInPopup(finding('pop-deletion-allowed', 'wrong'));
  await hands.press('main .ant-radio-wrapper:has(input[value="not-allowed"])');
  await hands.press('main .ant-btn-primary');
  await expect.poll(() => webmail.mailbox().popDeletion, { intervals: [50] }).toBe('not-allowed');
  await hands.go(addressOf('pop'));
  await hands.seeInPopup(finding('pop-deletion-allowed', 'fine'));
  await turnTo(hands, 'rules');
  await hands.seeInPopup(finding('rules-forward-mail', 'wrong'));
  await hands.pressInPopup(`${finding('rules-forward-mail', 'wrong')} summary`);
  await hands.pressInPopup(`${finding('rules-forward-mail', 'wrong')} .acceptance button`);
  await hands.seeInPopup(finding('rules-forward-mail', 'accepted'));
}

/** What is so in the end, without times and without what is made of chance. */
export function endOf(stored: Record<string, unknown>, badge: Badge, findings: string[]) {
  const names = Object.keys(stored).map((key) => key.replace(/:[\da-f]{64}$/, ''));
  const kept = JSON.stringify(Object.values(stored), (key, value) => {
    if (key === 'accepted') return Object.values(value);
    const isTime = ['at', 'again', 'until', 'since'].includes(key);
    // The page that saves may or may not have the time to say so itself before it is loaded again.
    const isChance = key === 'mark' || key === 'unconfirmed';
    return isTime ? 'a time' : isChance ? undefined : value;
  }).replace(/"[\da-f]{32}"/, '"a salt"');
  return { names: names.sort(), kept: JSON.parse(kept), badge, findings };
}

/** Runs in the popup: each finding in a few words. */
export const findingsIn = `[...document.querySelectorAll('[data-check]')].map(({ dataset }) =>
  [dataset.check, dataset.outcome, dataset.severity].join(' ')).sort()`;

/** Random moments in a span of time, one in each of as many parts of it. */
export function momentsIn(span: number, count: number): number[] {
  let state = seed;
  const random = () => {
    // The generator of Park and Miller.
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
  return Array.from({ length: count }, (_, nth) => ((nth + random()) / count) * span);
}
