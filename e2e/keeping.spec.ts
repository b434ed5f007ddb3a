import type { Page } from '@playwright/test';
import { expect, test } from './browser/chromium.ts';
import type { ChromiumExtension } from './browser/chromium-extension.ts';
import { filledTo, findingIn, GB, usedAt } from './parts.ts';
import type { Webmail } from './webmail/server.ts';

const at = Date.now();
const storage = { at, value: { used: 9 * GB, total: 10 * GB } };
const record = {
  version: 1,
  host: 'qiye.aliyun.com',
  address: 'l***@example.com',
  known: { storage },
};
const withStorage = (value: unknown) => ({ ...record, known: { storage: { at, value } } });

/** What is no record of this version, whoever wrote it. */
const damaged: Record<string, unknown> = {
  null: null,
  'a truth': true,
  zero: 0,
  'a number': -1.5,
  'no text': '',
  'a text': 'mailbox',
  'a long text': '\u0000€'.repeat(100_000),
  'an empty list': [],
  'a list': [record],
  nothing: {},
  'a version alone': { version: 1 },
  'an older version': { ...record, version: 0 },
  'a newer version': { ...record, version: 2, known: { storage: { seen: at } } },
  'a version in letters': { ...record, version: '1' },
  'no host': { ...record, host: undefined },
  'a host that is a number': { ...record, host: 1 },
  'a host without end': { ...record, host: 'a'.repeat(300) },
  'an address that is a list': { ...record, address: [] },
  'an address without end': { ...record, address: 'a'.repeat(300) },
  'nothing known': { ...record, known: null },
  'known as a list': { ...record, known: [storage] },
  'a fact of null': { ...record, known: { storage: null } },
  'an unknown fact': { ...record, known: { storage, weather: storage } },
  'a reading without time': { ...record, known: { storage: { value: storage.value } } },
  'a time in letters': { ...record, known: { storage: { ...storage, at: 'today' } } },
  'a time before all time': { ...record, known: { storage: { ...storage, at: -1 } } },
  'a time after all time': { ...record, known: { storage: { ...storage, at: 1e300 } } },
  'a reading and an error': { ...record, known: { storage: { ...storage, error: 'missing' } } },
  'an unknown error': { ...record, known: { storage: { at, error: 'melted' } } },
  'a negative amount': withStorage({ used: -1, total: 10 * GB }),
  'an amount in letters': withStorage({ used: '9', total: 10 * GB }),
  'an amount without end': withStorage({ used: 1e30, total: 1e31 }),
  'a total of nothing': withStorage({ used: 0, total: 0 }),
  'no total': withStorage({ used: 9 * GB }),
  'a negative share': withStorage({ share: -0.1 }),
  'a share of thousands': withStorage({ share: 1000 }),
  'a share and amounts': withStorage({ share: 0.9, used: 9 * GB, total: 10 * GB }),
  'markup as a value': withStorage('<img src=x onerror=alert(1)>'),
  'a warning of nothing': { ...record, warned: {} },
  'an unknown warning': { ...record, warned: { level: 'boiling', at } },
  'a warning at no time': { ...record, warned: { level: 'high', at: 'noon' } },
  'a loss in letters': { ...record, lost: 'yes' },
  'more than is known': { ...record, more: true },
};

const damagedSalts: Record<string, unknown> = {
  null: null,
  zero: 0,
  'no text': '',
  'a text': 'salt',
  'too short': 'a'.repeat(31),
  'too long': 'a'.repeat(33),
  'other letters': 'g'.repeat(32),
  'a list': ['a'.repeat(32)],
  nothing: {},
};

/** Makes the page show another amount, and waits until the popup has it. */
async function lookAgain(webmail: Webmail, popup: Page): Promise<void> {
  const { storage } = webmail.mailbox();
  const share = storage.used > 9.65 * GB ? 0.96 : 0.97;
  webmail.mailbox().storage = filledTo(share);
  await expect(popup.getByText(usedAt(share)).first()).toBeVisible();
  await expect(findingIn(popup)).toHaveAttribute('data-severity', 'critical');
  await expect(popup.getByRole('note')).toContainText('Saved results were damaged');
}

const keyOfRecord = async (extension: ChromiumExtension) =>
  Object.keys(await extension.storage.get()).find((key) => key.startsWith('mailbox:')) ?? '';

test('a damaged record is set aside, not obeyed', async ({ inbox, extension }) => {
  test.slow();
  await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
  const key = await keyOfRecord(extension);
  const stored = async (name: string) => (await extension.storage.get())[name];
  for (const [name, value] of Object.entries(damaged)) {
    await test.step(name, async () => {
      const kept = JSON.parse(JSON.stringify(value));
      // A word of the background's own may still be on its way, and would write over the damage.
      await expect(async () => {
        await extension.storage.set({ [key]: value });
        await expect.poll(() => stored(`aside:${key}`), { timeout: 5000 }).toEqual(kept);
      }).toPass();
      await expect
        .poll(() => stored(key))
        .toMatchObject({
          version: 1,
          host: 'qiye.aliyun.com',
          known: { storage: { value: { total: 10 * GB } } },
        });
      await expect(popup.getByRole('note')).toContainText('Saved results were damaged');
      await expect(findingIn(popup)).toHaveAttribute('data-severity', 'critical');
    });
  }
});

test('a damaged salt sets all aside that can no longer be found', async ({
  webmail,
  inbox,
  extension,
}) => {
  await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
  for (const [name, salt] of Object.entries(damagedSalts)) {
    await test.step(name, async () => {
      const key = await keyOfRecord(extension);
      await extension.storage.set({ salt });
      await lookAgain(webmail, popup);
      const stored = await extension.storage.get();
      expect(stored['aside:salt']).toEqual(salt);
      expect(stored[`aside:${key}`]).toMatchObject({ host: 'qiye.aliyun.com' });
      expect(stored[key]).toBeUndefined();
    });
  }
});

test('a background that is killed loses nothing, whenever that is', async ({
  webmail,
  inbox,
  extension,
}) => {
  const page = await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
  for (let round = 0; round < 12; round++) {
    const share = 0.81 + round / 100;
    webmail.mailbox().storage = filledTo(share);
    await expect(page.locator('.storage')).toContainText(`${Math.round(share * 100) / 10} GB`);
    // From before the page's rest to after the last word has been written.
    await page.waitForTimeout(round * 30);
    await extension.kill();
    await expect(popup.getByText(usedAt(share)).first()).toBeVisible();
    await expect.poll(async () => (await extension.badge(page)).text).toBe('1');
  }
});

test('a reading that a dying background did not keep is sent again', async ({
  webmail,
  inbox,
  extension,
}) => {
  await inbox();
  const popup = await extension.openPopup();
  await expect(findingIn(popup)).toHaveAttribute('data-outcome', 'wrong');
  const worker = await extension.worker();
  await worker.evaluate(`
    globalThis.isAsked = false;
    for (const { storage } of [globalThis.chrome, globalThis.browser].filter(Boolean)) {
      storage.local.get = () => new Promise(() => { isAsked = true; });
    }`);
  webmail.mailbox().storage = filledTo(0.91);
  await expect.poll(() => worker.evaluate('isAsked')).toBe(true);
  await extension.kill();
  await expect(popup.getByText(usedAt(0.91)).first()).toBeVisible();
});

test('two tabs that write at once lose nothing of each other', async ({
  webmail,
  inbox,
  extension,
}) => {
  const hosts = ['qiye.aliyun.com', 'mail.aliyun.com'];
  await Promise.all(hosts.map((host) => inbox(host)));
  const shares = async () => {
    const stored = Object.values(await extension.storage.get());
    const known = stored.filter((value): value is typeof record => typeof value === 'object');
    return hosts.map((host) => {
      const own = known.filter((one) => one.host === host);
      return own.map((one) => Math.round((one.known.storage.value.used / GB) * 10) / 10).join();
    });
  };
  await expect.poll(shares).toEqual(['9.8', '9.8']);
  for (let round = 1; round <= 8; round++) {
    hosts.forEach((host, nth) => {
      webmail.mailbox(host).storage = filledTo((round + nth) / 10);
    });
    await expect.poll(shares).toEqual([String(round), String(round + 1)]);
  }
  const keys = Object.keys(await extension.storage.get());
  expect(keys.filter((key) => key.startsWith('aside:'))).toEqual([]);
});

test('what is stored names nobody', async ({ webmail, inbox, extension }) => {
  await inbox();
  await expect.poll(() => keyOfRecord(extension)).not.toBe('');
  const stored = JSON.stringify(await extension.storage.get());
  const { mails, address, displayName } = webmail.mailbox();
  const personal = [address, displayName, ...mails.map(({ subject }) => subject)];
  expect(personal.filter((text) => stored.includes(text))).toEqual([]);
});
