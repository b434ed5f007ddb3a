/**
 * How long a tab and the browser's storage may take to answer the popup, in ms; how long storage may take to
 * answer the background, where nobody sees it wait; and how long a queue of writes may stand still.
 */
export const patience = { tab: 600, storage: 600, session: 300, background: 1500, queue: 800 };

/** What somebody answers; nothing where he fails to, or takes longer than so many ms. */
export async function inTime<T>(answer: Promise<T>, most: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), most);
  });
  return Promise.race([answer.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}
