import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page of either browser. */
interface AnyPage {
  evaluate(expression: string): Promise<unknown>;
}

export interface AxeOptions {
  /** Look only inside the elements that this selector matches; shadow roots as a list of selectors. */
  within?: string | string[];
  /** What axe itself takes, such as `{ rules: { region: { enabled: false } } }`. */
  run?: RunOptions;
}

/** The accessibility faults of a page, open shadow roots included, one line each; empty is good. */
export async function axe(page: AnyPage, { within, run = {} }: AxeOptions = {}): Promise<string[]> {
  await page.evaluate(`${await source}; undefined`);
  const place = within === undefined ? 'document' : JSON.stringify(placeOf(within));
  const answer = await page.evaluate(
    `axe.run(${place}, ${JSON.stringify(run)}).then(JSON.stringify)`,
  );
  const { violations } = JSON.parse(String(answer)) as AxeResults;
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => `${id} (${impact}): ${help} at ${node.target.flat().join(' >> ')}`),
  );
}

function placeOf(within: string | string[]): object {
  return { include: Array.isArray(within) ? [{ fromShadowDom: within }] : [within] };
}
