/** Two hundred secrets in a mailbox in Firefox: none is in the report, in what is kept or in a badge. */
import { expect, test } from '../browser/firefox.ts';
import { HOST } from '../browser/webmail.ts';
import { plantIn, secretsIn } from '../secrets.ts';

test('no secret leaves its page, and a setting that is not found has its reason', async ({
  webmail,
  firefox,
  inbox,
  extension,
}) => {
  test.slow();
  const { secrets, own, rules, typed } = plantIn(webmail);
  const [first = '', second = ''] = typed;
  webmail.mailbox().words = { popDeletion: first, saveToSent: second };
  const pages = [await inbox()];
  for (const slug of ['mail-filter-rule-list', 'mail-forwarding', 'pop-setting']) {
    const page = await firefox.newPage();
    await page.goto(`https://${HOST}/alimail/entries/v5.1/setting/${slug}`);
    pages.push(page);
  }
  const report = await extension.openReport();
  const shown = () =>
    report.$eval('[data-report]', (part) => part.textContent ?? '').catch(() => '{}');
  const fields = async () => JSON.parse(await shown()).fields;
  await expect.poll(fields).toMatchObject({
    storage: { outcome: 'read' },
    rules: { outcome: 'read' },
    forwarding: { outcome: 'read' },
    popDeletion: {
      outcome: 'missing',
      missed: { page: 'pop', sign: 'heading', tried: { names: 0, controls: 0 } },
    },
  });
  expect((await fields()).popDeletion.missed.skeleton).toContainEqual(
    expect.stringMatching(/^ +h1 page:pop$/),
  );
  const popup = await extension.openPopup();
  await popup.waitForSelector('[data-check="pop-deletion-allowed"]');
  const badges = await Promise.all(pages.map((page) => extension.badge(page)));
  const told = [
    await shown(),
    JSON.stringify(await extension.storage.get()),
    ...badges.map(({ text, title }) => `${text} ${title}`),
    await popup.title(),
    await report.title(),
  ];
  expect(secretsIn(told.join('\n'), secrets)).toEqual([]);
  // The popup says whose mailbox it is, and names the rules of a tab that shows them.
  const text = await popup.$eval('body', (body) => body.textContent ?? '');
  const rest = secrets.filter((secret) => secret !== own && !rules.includes(secret));
  expect(secretsIn(text, rest)).toEqual([]);
});
