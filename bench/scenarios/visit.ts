/** One visit to the webmail: it loads, it rests, its list churns, and it is left. */
import type { BrowserContext, Page } from '@playwright/test';
import { openTab, settling } from '../browser.ts';
import { type Cost, isContentScript, isPeer, type Meter, meterOf } from '../meter.ts';
import { after } from '../statistics.ts';
import { addressOf, type Mailbox } from '../webmail.ts';

/** The churn that the budgets speak of: 20 rows are replaced in each of 200 frames. */
export const usual = { frames: 200, rows: 20, every: 1 };

const isOwnOf = ({ script }: Mailbox) => (script ? isPeer(script) : isContentScript);

/** A visit that has begun, and what each part of it costs. */
export class Visit {
  readonly load: Cost;
  readonly #page: Page;
  readonly #meter: Meter;
  readonly #isOwn: (url: string) => boolean;
  readonly #settled = Date.now() + settling;

  private constructor(page: Page, meter: Meter, mailbox: Mailbox, load: Cost) {
    this.#page = page;
    this.#meter = meter;
    this.#isOwn = isOwnOf(mailbox);
    this.load = load;
  }

  /** Opens the webmail; its load lasts until a second after the page said that it had loaded. */
  static async begin(context: BrowserContext, mailbox: Mailbox): Promise<Visit> {
    const page = await openTab(context);
    const meter = await meterOf(page);
    const load = await meter.costOf(async () => {
      await page.goto(addressOf(mailbox));
      await after(1000);
    }, isOwnOf(mailbox));
    return new Visit(page, meter, mailbox, load);
  }

  /** The heap (MB) that the page and whoever reads it keep. */
  heap(): Promise<number> {
    return this.#meter.heap();
  }

  /** What a churn of the list costs, begun at rest. */
  async churn(work = usual): Promise<Cost> {
    await after(this.#settled - Date.now());
    await this.#page.bringToFront();
    await after(400);
    return this.#meter.costOf(async () => {
      await this.#page.evaluate(
        ({ frames, rows, every }) => window.driver.churn(frames, rows, every),
        work,
      );
      await after(500);
    }, this.#isOwn);
  }

  async end(): Promise<void> {
    await this.#page.close();
  }
}
