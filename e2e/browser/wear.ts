import type { BrowserContext } from '@playwright/test';

/** Browsers that a test has changed in a way that cannot be undone. */
const worn = new WeakSet<BrowserContext>();

/** Says that a browser cannot be used by another test. */
export const wearOut = (context: BrowserContext): void => void worn.add(context);

/** Whether a test has worn a browser out. */
export const isWorn = (context: BrowserContext): boolean => worn.has(context);

/** What a context was told for all its pages it does not forget. */
export function noteWear(context: BrowserContext): void {
  for (const name of ['addInitScript', 'exposeFunction', 'route', 'setOffline'] as const) {
    const method = context[name] as (...all: unknown[]) => unknown;
    Object.assign(context, {
      [name]: (...all: unknown[]) => {
        wearOut(context);
        return method.apply(context, all);
      },
    });
  }
}
