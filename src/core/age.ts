/** How long what was seen is taken to be so. */
import type { FactName, Reading } from './facts.ts';
import { day } from './warning.ts';

/** In ms: storage fills by itself, a setting is changed by somebody. */
const lifetimeOf = (name: FactName) => (name === 'storage' ? day : 30 * day);

/** Whether a look lies so far back that it vouches for nothing any more; never by a clock set back. */
export const isStale = (name: FactName, { at }: Reading, now: number): boolean =>
  now - at > lifetimeOf(name);
