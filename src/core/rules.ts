/** What the rules of a mailbox have in common for the checks that judge them. */
import {
  type Context,
  gravest,
  gravityOf,
  type Judgement,
  type RuleProblem,
  raised,
  type Severity,
} from './check.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './schemas.ts';

/** Mail providers that give anybody an address: to have one there makes the domain nobody's own. */
const everybodys = ['aliyun.com'];

/** A user's own domains: those he named, else that of his (masked) address. */
export function ownDomainsOf({
  own,
  address,
}: {
  own?: readonly string[];
  address: string | null;
}): readonly string[] {
  if (own) return own;
  const domain = address?.split('@')[1]?.toLowerCase();
  return domain && !everybodys.includes(domain) ? [domain] : [];
}

/** Whether a domain is one of the user's own, or below one. */
export const isOwn = (domain: string, { own }: Context): boolean =>
  own.some((one) => domain === one || domain.endsWith(`.${one}`));

/** Whether it names neither a sender nor a recipient nor words; so too where that was not understood. */
export const isWide = ({ when }: Rule): boolean => when !== 'narrow';

/**
 * The problem that some rules make together. `judge` says what one of them does wrong, if anything;
 * a suspicious name or condition makes it graver, a rule that is off is only worth a note. A rule
 * that was not understood, or not seen, leaves it open whether there is a problem.
 */
export function problemOf(
  { rules, complete }: Facts['rules'],
  judge: (
    rule: Rule & { does: NonNullable<Rule['does']> },
  ) => { severity: Severity; variant: string } | undefined,
): Judgement {
  const found = rules.flatMap((rule): RuleProblem[] => {
    const judged = rule.does && judge({ ...rule, does: rule.does });
    if (!judged) return [];
    const isSuspicious = rule.oddName || rule.sensitive;
    const severity = isSuspicious ? raised(judged.severity) : judged.severity;
    return [{ rule, variant: judged.variant, severity: rule.on === false ? 'info' : severity }];
  });
  found.sort((a, b) => gravityOf(b.severity) - gravityOf(a.severity) || a.rule.row - b.rule.row);
  const [first] = found;
  if (first) {
    const severity = gravest(found.map((one) => one.severity));
    return { severity, variant: found.length === 1 ? 'one' : 'many', rules: found };
  }
  if (rules.some(({ does, on }) => !does && on !== false)) return { error: 'unknown-value' };
  return complete ? undefined : { error: 'incomplete' };
}

/** How many of the listed rules were read in detail. */
export const understoodIn = ({ rules }: Facts['rules']): number =>
  rules.filter(({ does }) => does !== undefined).length;
