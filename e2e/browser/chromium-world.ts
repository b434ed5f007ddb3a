import type { BrowserContext, Page } from '@playwright/test';

/** The world in the page in which our script runs, for a page's script that broke into it. */
export async function ourWorldIn(context: BrowserContext, page: Page, id: string) {
  const session = await context.newCDPSession(page);
  const contextId = new Promise<number>((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context: world }) => {
      if (world.origin.includes(id)) resolve(world.id);
    });
  });
  await session.send('Runtime.enable');
  const params = { contextId: await contextId, awaitPromise: true };
  return {
    /** Resolves to what the expression comes to, a promise's value included. */
    async evaluate(expression: string): Promise<unknown> {
      const { result } = await session.send('Runtime.evaluate', { ...params, expression });
      return result.value;
    },
  };
}
