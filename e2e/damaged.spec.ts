/** 500 generated damaged values of each thing that is stored: set aside, and nothing of them believed. */

import { searchFrom } from '../src/core/search.ts';
import { expect, test } from './browser/chromium.ts';
import { ourWorldIn } from './browser/chromium-world.ts';
import { addressOf } from './choices.ts';
import { damagedOf, seed } from './faults/damage.ts';
import { examples } from './faults/examples.ts';
import { call, type Spoiling, spoil } from './faults/in-popup.ts';
import { expectSetAside, truth } from './faults/set-aside.ts';

for (const key of ['record', 'ways', 'salt'] as const) {
  test(`500 damaged values of ${key} in storage.local`, async ({ webmail, context, extension }) => {
    test.setTimeout(240_000);
    webmail.set(truth);
    const page = await context.newPage();
    await page.goto(addressOf('pop'));
    const popup = await extension.openPopup();
    const finding = popup.locator('[data-check="pop-deletion-allowed"]');
    await expect(finding).toHaveAttribute('data-outcome', 'wrong');
    const values = damagedOf(examples[key]);
    const spoiling: Spoiling = { key, values };
    const outcomes = await popup.evaluate<Awaited<ReturnType<typeof spoil>>>(call(spoil, spoiling));
    expectSetAside(key, values, outcomes);
    await popup.reload();
    await expect(finding).toHaveAttribute('data-outcome', 'wrong');
    await expect(popup.locator('[data-outcome="wrong"]')).toHaveCount(1);
    await expect(popup.locator('[data-outcome="fine"]')).toHaveCount(0);
    const aside = Object.keys(await extension.storage.get()).filter((name) => /^aside:/.test(name));
    expect(aside.length).toBeLessThanOrEqual(5);
    console.log(`damaged ${key} (seed ${seed}): ${outcomes.length} of 500 stored, none believed`);
  });
}

test('500 damaged guides and searches in storage.session', async ({
  webmail,
  context,
  inbox,
  extension,
}) => {
  test.setTimeout(120_000);
  webmail.set(truth);
  const page = await inbox();
  const popup = await extension.openPopup();
  const finding = popup.locator('[data-check="storage-nearly-full"]');
  await expect(finding).toHaveAttribute('data-outcome', 'fine');
  const world = await ourWorldIn(context, page, extension.id);
  const look = {
    do: 'look',
    place: 'mail',
    path: '/alimail/',
    address: null,
    known: {},
  };
  const asked = `chrome.runtime.sendMessage(${JSON.stringify(look)}).then(({ guide }) => JSON.stringify(guide))`;
  const tab = await popup.evaluate(
    `chrome.tabs.query({ url: 'https://qiye.aliyun.com/*' }).then(([{ id }]) => id)`,
  );
  const keep = (values: Record<string, unknown>) =>
    popup.evaluate(`chrome.storage.session.set(${JSON.stringify(values)})`);
  await keep({ [`guide:${tab}`]: examples.guide });
  expect(JSON.parse(String(await world.evaluate(asked)))).toEqual(examples.guide);
  for (const { value, isHarmless } of damagedOf(examples.guide)) {
    await keep({ [`guide:${tab}`]: value });
    const guide = await world.evaluate(asked);
    if (isHarmless && guide) expect(JSON.parse(String(guide))).toEqual(examples.guide);
    else expect(guide).toBeUndefined();
  }

  const searches = damagedOf(examples.search);
  expect(searchFrom(examples.search)).toEqual(examples.search);
  for (const { value, isHarmless } of searches) {
    const search = searchFrom(value);
    if (isHarmless && search) expect(search).toEqual(examples.search);
    else expect(search).toBeUndefined();
  }
  // Of those that are stored the popup makes nothing either; it takes some time to open it.
  const some = searches.filter(({ isHarmless }, nth) => !isHarmless && nth % 50 === 0);
  for (const { value } of some) {
    await keep({ 'search:qiye.aliyun.com': value });
    await popup.reload();
    await expect(finding).toHaveAttribute('data-outcome', 'fine');
    await expect(popup.locator('.search')).toHaveCount(0);
  }
  console.log(
    `damaged guides (seed ${seed}): 500 of 500 not followed; searches: 500 of 500 refused, ${some.length} of them by the popup as it opens`,
  );
});
