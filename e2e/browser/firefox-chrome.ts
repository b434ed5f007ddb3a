import type { Browser, Page } from 'puppeteer-core';

/** Runs a function in the browser's own window, with all rights; it sees its arguments and nothing else. */
export type RunInChrome = <Args extends unknown[], Answer>(
  work: (...args: Args) => Answer | Promise<Answer>,
  ...args: Args
) => Promise<Answer>;

interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

type Evaluated =
  | { type: 'success'; result: { value?: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** Puppeteer has no word for Firefox's own window, hence its connection; needs `--remote-allow-system-access`. */
export async function chromeOf(firefox: Browser): Promise<RunInChrome> {
  const { connection } = firefox as unknown as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [window] = (tree.result as { contexts: { context: string }[] }).contexts;
  return async (work, ...args) => {
    const call = `(${work})(...${JSON.stringify(args)})`;
    const answer = await connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await ${call}))()`,
      target: { context: window?.context },
      awaitPromise: true,
    });
    const evaluated = answer.result as Evaluated;
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
    return evaluated.result.value === undefined ? undefined : JSON.parse(evaluated.result.value);
  };
}

/** What Firefox's own window calls a page. */
export function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}
