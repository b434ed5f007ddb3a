/** A session as a person would have it, in either browser: what he does, and what is so at its end. */
import { expect, test } from '@playwright/test';
import type { Badge, Extension } from '../browser/extension.ts';
import { HOST, INBOX } from '../browser/webmail.ts';
import { filledTo } from '../parts.ts';
import { settingsPages } from '../webmail/mailbox.ts';
import type { Webmail } from '../webmail/server.ts';
import { rounds, seed } from './damage.ts';

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
  /** Each finding that the popup shows, in a few words. */
  findings(): Promise<string[]>;
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
function prepare(webmail: Webmail): void {
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
async function play(hands: Hands, webmail: Webmail): Promise<void> {
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
function endOf(stored: Record<string, unknown>, badge: Badge, findings: string[]) {
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
function momentsIn(span: number, count: number): number[] {
  let state = seed;
  const random = () => {
    // The generator of Park and Miller.
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
  return Array.from({ length: count }, (_, nth) => ((nth + random()) / count) * span);
}

/**
 * Kills the background at random moments of the session, once in each, and expects the end to be that of a
 * session in which nobody did.
 */
export async function killAtMoments<Page>(
  hands: Hands,
  page: Page,
  { webmail, extension }: { webmail: Webmail; extension: Extension<Page> },
): Promise<void> {
  const end = async () =>
    endOf(await extension.storage.get(), await extension.badge(page), await hands.findings());
  const begin = async () => {
    await hands.go('about:blank');
    await extension.storage.clear();
    prepare(webmail);
  };
  // The first time takes longer than all others.
  let span = 0;
  for (let time = 0; time < 2; time++) {
    await begin();
    const began = Date.now();
    await play(hands, webmail);
    span = Date.now() - began;
  }
  const undisturbed = await end();
  expect(undisturbed.findings).toContain('pop-deletion-allowed fine ');
  let same = 0;
  for (const moment of momentsIn(span, rounds.killed)) {
    await test.step(`killed after ${Math.round(moment)} ms`, async () => {
      await begin();
      const killed = new Promise((done) => setTimeout(done, moment)).then(() => extension.kill());
      await Promise.all([play(hands, webmail), killed]);
      await expect.poll(end).toEqual(undisturbed);
      same++;
    });
  }
  console.log(
    `killed at random moments of a session of ${Math.round(span)} ms (seed ${seed}): ${same} of ${rounds.killed} end alike`,
  );
}
