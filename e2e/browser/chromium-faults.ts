import type { BrowserContext } from '@playwright/test';

/** Notes the errors of every page, content script and service worker. */
export async function collectFaults(
  context: BrowserContext,
  faults: { push(fault: string): void },
): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (problem) => {
    const { stack, message } = problem.error();
    faults.push(stack ?? message);
  });
  await collectWorkerExceptions(context, faults);
}

/** Playwright does not tell of a service worker's uncaught exceptions, hence a DevTools session of our own. */
async function collectWorkerExceptions(
  context: BrowserContext,
  faults: { push(fault: string): void },
): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('A persistent context without a browser.');
  session.on('Target.targetCreated', async ({ targetInfo: { type, targetId } }) => {
    if (type !== 'service_worker') return;
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const message = JSON.stringify({ id: 1, method: 'Runtime.enable' });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { method, params } = JSON.parse(message);
    if (method !== 'Runtime.exceptionThrown') return;
    const { text, exception, url } = params.exceptionDetails;
    faults.push(`${text} ${exception?.description ?? ''} (${url ?? 'background'})`);
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
}
