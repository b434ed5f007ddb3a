import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { ruleIn } from './rule-text.ts';

interface Line {
  language: string;
  kind: 'innocent' | 'bad' | 'tricky';
  name: string;
  conditions: string;
  actions: string;
  [key: string]: unknown;
}
const lines: Line[] = JSON.parse(
  readFileSync(new URL('../../e2e/rules/lines.json', import.meta.url), 'utf8'),
);

/** Whether an answer is one of those that are expected. */
function fits(expected: unknown, answer: unknown): boolean {
  const all = (expected as { anyOf?: unknown[] })?.anyOf ?? [expected];
  return all.some((one) => JSON.stringify(one) === JSON.stringify(answer));
}

test('reads every rule of the table as one of its answers', () => {
  const misread = lines.flatMap((line) => {
    const read = ruleIn(line.conditions, line.actions);
    const answer = {
      does: read.does ?? '?',
      to: read.to,
      when: read.when ?? '?',
      sensitive: read.sensitive ?? false,
    };
    const wrong = (Object.keys(answer) as (keyof typeof answer)[]).filter(
      (key) => !fits(line[key] ?? (key === 'sensitive' ? false : []), answer[key]),
    );
    return wrong.map((key) => ({
      text: `${line.conditions} => ${line.actions}`,
      key,
      expected: JSON.stringify(line[key]),
      got: JSON.stringify(answer[key]),
    }));
  });
  expect(misread).toEqual([]);
});
