import { expect, test } from '@playwright/test';
import { addressIn, maskedAddress } from './mailbox.ts';

const address = 'lin.wei@example.com';

test('an address is taken from a text that says nothing else, but for a name or a label before it', () => {
  const texts: [text: string, before: string, isBracketed: boolean][] = [
    [address, '', false],
    [`Lin Wei <${address}>`, 'Lin Wei', true],
    [`林薇（${address}）`, '林薇', true],
    [`Account: ${address}`, 'Account:', false],
    [`邮箱地址：${address}`, '邮箱地址：', false],
    [`Lin Wei ${address}`, 'Lin Wei', false],
  ];
  for (const [text, before, isBracketed] of texts)
    expect(addressIn(text), text).toEqual({ address, before, isBracketed });
});

test('a text that says more, or names several, is none', () => {
  const texts = [
    'lin.wei',
    'lin.wei@',
    '@example.com',
    'lin.wei@example',
    `${address} has written to you`,
    `${address}, ana@example.org`,
    `ana@example.org <${address}>`,
    `Lin Wei <${address}`,
    `${'a'.repeat(80)} ${address}`,
  ];
  for (const text of texts) expect(addressIn(text), text).toBeUndefined();
});

test('a masked address shows one letter and the domain', () => {
  expect(maskedAddress(address)).toBe('l***@example.com');
});
