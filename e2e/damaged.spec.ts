/** Generated damaged values of each thing that is stored: set aside, and nothing of them believed. */
import { safeParse } from 'valibot';

import { checkupSchema } from '../src/core/checkup.ts';
import { searchFrom } from '../src/core/search.ts';
import { expect, test } from './browser/chromium.ts';
import { ourWorldIn } from './browser/chromium-world.ts';
import { addressOf } from './choices.ts';
import { damagedOf, rounds, seed } from './faults/damage.ts';
import { examples } from './faults/examples.ts';
import { askForGuide, call, type Spoiling, spoil } from './faults/in-popup.ts';
import { expectSetAside, truth } from './faults/set-aside.ts';

for (const key of ['record', 'ways', 'salt', 'taught'] as const) {
  test(`damaged values of ${key} in storage.local`, async ({ webmail, context, extension }) => {
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
    console.log(
      `damaged ${key} (seed ${seed}): ${outcomes.length} of ${rounds.damaged} stored, none believed`,
    );
  });
}

test('damaged guides, check-ups and searches in storage.session', async ({
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
  const guide = () => world.evaluate(`${askForGuide('chrome')}.then(JSON.stringify)`);
  const tab = await popup.evaluate(
    `chrome.tabs.query({ url: 'https://qiye.aliyun.com/*' }).then(([{ id }]) => id)`,
  );
  const keep = (values: Record<string, unknown>) =>
    popup.evaluate(`chrome.storage.session.set(${JSON.stringify(values)})`);
  await keep({ [`guide:${tab}`]: examples.guide });
  expect(JSON.parse(String(await guide()))).toEqual(examples.guide);
  for (const { value, isHarmless } of damagedOf(examples.guide)) {
    await keep({ [`guide:${tab}`]: value });
    expect(isHarmless ? [null, examples.guide] : [null]).toContainEqual(
      JSON.parse(String(await guide())),
    );
  }

  const parse = { search: searchFrom, checkup: checkupFrom };
  for (const key of ['search', 'checkup'] as const) {
    expect(parse[key](examples[key])).toEqual(examples[key]);
    for (const { value, isHarmless } of damagedOf(examples[key])) {
      const believed = parse[key](value);
      if (isHarmless && believed) expect(believed).toEqual(examples[key]);
      else expect(believed).toBeUndefined();
    }
  }
  // Of those that are stored the popup makes nothing either; it takes some time to open it.
  const odd = damagedOf(examples.search).filter(({ isHarmless }) => !isHarmless);
  const some = odd.filter((_, nth) => nth % 60 === 0);
  const stored = Object.entries(await extension.storage.get());
  const [owner] = stored.find(([, value]) => (value as { address?: unknown }).address) ?? [];
  for (const { value } of some) {
    await keep({ [`search:${owner}`]: value });
    await popup.reload();
    await expect(finding).toHaveAttribute('data-outcome', 'fine');
    await expect(popup.locator('.search')).toHaveCount(0);
  }
  console.log(
    `damaged guides (seed ${seed}): ${rounds.damaged} not followed; searches and check-ups: ${rounds.damaged} each
refused by their schemas, ${some.length} of the searches by the popup as it opens`,
  );
});

const checkupFrom = (stored: unknown) => {
  const result = safeParse(checkupSchema, stored);
  return result.success ? result.output : undefined;
};
