import { expect, test } from '@playwright/test';
import { type Place, placeOfAddress } from './place.ts';

/** Every kind of place with addresses of it; each address must give its own place and no other. */
const addresses: Partial<Record<Place, string[]>> = {
  mail: [
    '/alimail/entries/v5.1/mail/inbox/all',
    '/alimail/entries/v5.1/mail/folder-101/all/eyJpZCI6MX0',
    '/alimail/entries/v5/mail/sentitems/all?x=1',
    '/alimail/entries/v5.12/',
    '/alimail/entries/v5.1',
  ],
  compose: ['/alimail/entries/v5.1/compose'],
  search: ['/alimail/entries/v5.1/search?keyword=setting'],
  settings: [
    '/alimail/entries/v5.1/setting/account-security',
    '/alimail/entries/v5.2/setting/mail-filter-rule-list#x',
  ],
  'signed-out': [
    '/',
    '/alimail/auth/login?reurl=%2Falimail%2Fentries%2Fv5.1%2Fmail%2Finbox%2Fall',
    '/alimail/auth/callbackForCore?reurl=x',
    '/login/v2/index',
  ],
  old: ['/alimail/#h=WyJmbV8yIl0', '/alimail#h=x'],
  unrecognised: [
    '/alimail/',
    '/alimail/foo',
    '/admin/',
    '/alimail/entries/v6/mail',
    '/alimailentries/v5/mail',
  ],
};

for (const [place, list] of Object.entries(addresses)) {
  for (const address of list) {
    test(`${address} is ${place}`, () => {
      expect(placeOfAddress(new URL(address, 'https://qiye.aliyun.com'))).toBe(place);
    });
  }
}
