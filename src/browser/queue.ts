/**
 * Work that is done one piece after the other. Who waits is told after a while in which nothing moved;
 * the work itself stays in its turn, for what lands late must not land out of order.
 */
export class Queue {
  #last: Promise<unknown> = Promise.resolve();
  #moved = 0;
  readonly #patience: number;

  /** `patience`: how long the queue may stand still, in ms. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** Rejects when the work fails, or when nothing has moved for too long. */
  async add<T>(work: () => Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const since = Date.now();
    const next = this.#last.then(work);
    this.#last = next
      .catch(() => undefined)
      .then(() => {
        this.#moved = Date.now();
      });
    const standstill = new Promise<never>((_, reject) => {
      const wait = (ms: number) => {
        timer = setTimeout(() => {
          const left = Math.max(since, this.#moved) + this.#patience - Date.now();
          if (left > 0) wait(left);
          else reject(new Error('storage does not answer'));
        }, ms);
      };
      wait(this.#patience);
    });
    return Promise.race([next, standstill]).finally(() => clearTimeout(timer));
  }
}
