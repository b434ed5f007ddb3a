import browser from 'webextension-polyfill';

/** What a report says of the extension itself. The browser is named without what identifies its user. */
export function extension(): { name: string; version: string; browser: string } {
  const { version } = browser.runtime.getManifest();
  const product = /(Firefox|Edg|Chrome)\/\d+/.exec(navigator.userAgent)?.[0] ?? 'unknown';
  return { name: 'mailmend', version, browser: product.replace('/', ' ') };
}
