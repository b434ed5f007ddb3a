import { expect, test } from './browser/chromium.ts';
import type { ChromiumExtension } from './browser/chromium-extension.ts';
import { filledTo, findingIn, GB, usedAt } from './parts.ts';

interface Kept {
  host: string;
  known: { storage: { value: { used: number } } };
}

const keyOfRecord = async (extension: ChromiumExtension) =>
  Object.keys(await extension.storage.get()).find((key) => key.startsWith('mailbox:')) ?? '';

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
    const known = stored.filter((value): value is Kept => typeof value === 'object');
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
