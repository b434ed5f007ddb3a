import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';

/** Ends the run with one line that says how it went: `12 passed, 0 failed`. */
export default class Tally implements Reporter {
  private suite: Suite | undefined;
  private strayErrors = 0;
  private status: FullResult['status'] = 'passed';

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  /** An error outside of all tests, such as a file that cannot be loaded. */
  onError(): void {
    this.strayErrors += 1;
  }

  onEnd(result: FullResult): void {
    this.status = result.status;
  }

  /** Runs after the `onEnd` of every reporter, so that nothing follows. */
  async onExit(): Promise<void> {
    const outcomes = this.suite?.allTests().map((test) => test.outcome()) ?? [];
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    const seen = count('unexpected') + this.strayErrors;
    const failed = this.status === 'passed' ? seen : Math.max(seen, 1);
    const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : '';
    console.log(`${count('expected') + count('flaky')} passed, ${failed} failed${skipped}`);
  }
}
