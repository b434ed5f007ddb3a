/** The guided search as a person goes through it. */
import type { Page } from '@playwright/test';
import { expect } from './browser/chromium.ts';

export interface Answers {
  way?: 'Somebody sent it to me' | 'I sent it';
  who?: string;
  about?: string;
  date?: string;
}

/** What stands at the moment: a question, a step, or an end. */
export const isAt = (popup: Page, position: string) =>
  expect(popup.locator('.search')).toHaveAttribute('data-position', position);

/** Presses any button of the popup. */
export const press = (popup: Page, name: string) =>
  popup.getByRole('button', { name, exact: true }).click();

/** Answers a question or a step, and waits until it is behind. */
export async function say(popup: Page, name: string): Promise<void> {
  const heading = popup.locator('.search-heading');
  const before = await heading.innerText();
  await press(popup, name);
  await expect(heading).not.toHaveText(before);
}

/** Passes over steps, in this order. */
export async function pass(popup: Page, steps: string[], name: string): Promise<void> {
  for (const step of steps) {
    await isAt(popup, step);
    await say(popup, name);
  }
}

/** Begins a search and answers the questions; what has no answer is skipped, up to a question. */
export async function startSearch(popup: Page, answers: Answers, until?: string): Promise<void> {
  await popup.getByRole('button', { name: /^A mail is missing/ }).click();
  for (const question of ['way', 'who', 'about', 'when']) {
    await isAt(popup, `ask-${question}`);
    if (question === until) return;
    const { way, date } = answers;
    const words =
      question === 'who' ? answers.who : question === 'about' ? answers.about : undefined;
    if (question === 'way' && way) await say(popup, way);
    else if (question === 'when' && date) {
      await popup.getByLabel('On a date').fill(date);
      await say(popup, 'Next');
    } else if (words) {
      await popup.getByRole('textbox').fill(words);
      await say(popup, 'Next');
    } else await say(popup, 'Skip');
  }
}
