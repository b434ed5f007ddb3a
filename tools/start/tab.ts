/** A tab of either browser, as far as the walk needs it: Playwright's and Puppeteer's pages both fit. */
import { setTimeout as rest } from 'node:timers/promises';
import { Refusal } from './options.ts';

export interface Tab {
  evaluate(expression: string): Promise<unknown>;
  goto(address: string): Promise<unknown>;
  bringToFront(): Promise<void>;
  screenshot(options: { path: `${string}.png`; fullPage: boolean }): Promise<unknown>;
  mouse: { click(x: number, y: number): Promise<void> };
}

const patience = 20_000;

/**
 * What the walk looks for in a tab: an expression for an element or nothing. Expressions are text,
 * because functions that tsx has compiled do not run in a page.
 */
export type Part = string;

/** Mailmend's region over the webmail's page whose accessible name fits, with its parts. */
export function region(name: RegExp): Part {
  return `[...document.documentElement.children]
    .flatMap((layer) => [...(layer.shadowRoot?.querySelectorAll('section, [role=region]') ?? [])])
    .find((part) => ${name}.test(part.ariaLabel))`;
}

/** The ring around what the card is about, where it is drawn. */
export const ring: Part = `[...document.documentElement.children]
  .map((layer) => layer.shadowRoot?.querySelector('[data-part=ring]'))
  .find((part) => part?.checkVisibility())`;

/** The button with this name inside of a part. */
export function button(name: string, inside: Part): Part {
  return `[...(${inside})?.querySelectorAll('button') ?? []]
    .find((part) => (part.ariaLabel ?? part.innerText.trim()) === ${JSON.stringify(name)})`;
}

export function matching(selector: string): Part {
  return `document.querySelector(${JSON.stringify(selector)})`;
}

/** Waits until the answer to an expression is truthy; pages on their way elsewhere answer nothing. */
export async function until(tab: Tab, expression: string, otherwise: string): Promise<void> {
  const end = Date.now() + patience;
  while (!(await tab.evaluate(`Boolean(${expression})`).catch(() => false))) {
    if (Date.now() > end) throw new Refusal(`${otherwise} within ${patience / 1000} seconds.`);
    await rest(50);
  }
}

/** Presses a part as a person does, in the middle of it. */
export async function press(tab: Tab, part: Part): Promise<void> {
  await tab.bringToFront();
  await until(tab, part, 'What was to be pressed did not appear');
  const middle = await tab.evaluate(`(() => {
    const part = ${part};
    part.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = part.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  })()`);
  const [x, y] = middle as [number, number];
  await tab.mouse.click(x, y);
}
