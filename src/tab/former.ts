/** What a page still shows of the mailbox that it showed before: it is not taken for another's. */
import { factNames, type Known } from '../core/facts.ts';

/** A mailbox that a document has shown: by its address, and by what stood on which page. */
export class Former {
  readonly address: string | null;
  readonly #path = location.pathname;
  readonly #storage: string;

  constructor(address: string | null, read: Known) {
    this.address = address;
    this.#storage = inWords(read.storage);
  }

  /** Whether nothing on the page is from then: another page was opened, or it is the same mailbox. */
  isGone(address: string | null): boolean {
    return location.pathname !== this.#path || (address !== null && address === this.address);
  }

  /** Takes out of a look what may be from then: all settings, and storage that is still the same. */
  removeFrom(known: Known): void {
    for (const name of factNames) {
      if (name !== 'storage' || inWords(known.storage) === this.#storage) delete known[name];
    }
  }
}

const inWords = (reading: Known['storage']) => JSON.stringify({ ...reading, at: undefined });
