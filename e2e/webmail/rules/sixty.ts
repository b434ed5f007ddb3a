import type { JudgedRule } from '../rules.ts';
import type { Language } from '../words/index.ts';
import { forwarding } from './forwarding.ts';
import { hiding } from './hiding.ts';
import { innocent } from './innocent.ts';
import { type Sample, sayIn } from './make.ts';
import { removing } from './removing.ts';
import { several } from './several.ts';

/**
 * Sixty rules with the verdict on each, mixed so that each page of a list has some of each kind.
 *
 * A rule is narrow if a condition names a sender, a domain, a recipient, or a word of two or more
 * characters in subject or body. The account's own domain is example.com.
 *
 * - Deleting, rejecting, moving to Deleted: removes mail, a warning; critical unless narrow.
 * - Forwarding or redirecting to another domain: forwards mail, critical; to the own only: info.
 * - Moving to Spam, moving and marking as read, moving unless narrow: hides mail, a warning.
 *   Any other move into a folder of the user's: info.
 * - One level more if the name has no more than one character, or a condition is about invoices,
 *   passwords, payments or banks.
 * - Info at most if the rule is off.
 */
export function sixty(language: Language): JudgedRule[] {
  const say = sayIn(language);
  const samples = [
    ...innocent(say).map((sample) => ({ ...sample, innocent: true })),
    ...[removing, forwarding, hiding, several]
      .flatMap((samples): Sample[] => samples(say))
      .map((sample) => ({ ...sample, innocent: false })),
  ];
  return samples.map((_, at) => {
    const sample = samples[(at * 7) % samples.length] as JudgedRule;
    return { ...sample, rule: { ...sample.rule, id: `sixty-${at + 1}` } };
  });
}
