/** Whose mail: the webmail's host and, where the page shows it beyond doubt, the address. */
export interface Mailbox {
  host: string;
  address: string | null;
}

/** An address as a mailbox has it; deliberately narrower than what mail standards allow. */
export const addressPattern =
  /^[\w.+-]{1,64}@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

/** The address with all but its first character and its domain hidden: `l***@example.com`. */
export function maskedAddress(address: string): string {
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}***@${domain}`;
}

/**
 * The address that a text ends with, and what stands before it: `Lin Wei <lin.wei@example.com>`,
 * `Account: lin.wei@example.com`. Nothing where more than that is said, or there are several.
 */
export function addressIn(
  text: string,
): { address: string; before: string; isBracketed: boolean } | undefined {
  const [, before = '', open = '', address = '', close = ''] =
    /^([^@<>(（]{0,60}?)([<(（]?)([\w.+-]+@[a-z\d.-]+)([>)）]?)$/i.exec(text) ?? [];
  if (!addressPattern.test(address) || (open === '') !== (close === '')) return undefined;
  return { address, before: before.trim(), isBracketed: open !== '' };
}
