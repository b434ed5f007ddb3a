import type { Known } from './facts.ts';

/** What we may point at on the webmail's pages. */
export type FieldId = 'storage-indicator';

/** A step says what will be known once it is done; it has no number and no memory. */
export interface Step {
  field: FieldId;
  until(known: Known): boolean;
}

export type Guide = readonly Step[];

/** The first step that is not done yet; `undefined` when there is nothing left to do. */
export const currentStep = (guide: Guide, known: Known): Step | undefined =>
  guide.find((step) => !step.until(known));
