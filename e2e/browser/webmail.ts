import { test as base, expect } from '@playwright/test';
import { startWebmail, type Webmail } from '../webmail/server.ts';

/** Where the webmail shows the inbox, on any of its hosts. */
export const INBOX = '/alimail/entries/v5.1/mail/inbox/all';
export const HOST = 'qiye.aliyun.com';

export type UiLanguage = 'en' | 'zh-CN';

/** No window is shown unless HEADED=1. */
export const headless = process.env['HEADED'] !== '1';

/** What the tests of both browsers share: the stand-in webmail, and the list of what went wrong. */
export const test = base.extend<
  { webmail: Webmail; faults: string[]; uiLanguage: UiLanguage },
  { webmailServer: Webmail }
>({
  webmailServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see a pattern
    async ({}, use) => {
      const server = await startWebmail();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],

  /** The stand-in webmail, fresh for each test. */
  webmail: async ({ webmailServer }, use) => {
    webmailServer.reset();
    await use(webmailServer);
  },

  /** Errors of all pages and of the background; a test that provokes some empties the list. */
  faults: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see a pattern
    async ({}, use) => {
      const faults: string[] = [];
      await use(faults);
      expect(faults, 'errors in pages or in the background').toEqual([]);
    },
    { auto: true },
  ],

  /** The language of the browser itself, and so of the extension. */
  uiLanguage: ['en', { option: true }],
});
