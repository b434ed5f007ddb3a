/** The findings as the popup shows them, and how they are printed. */

export interface FindingRow {
  check: string;
  title: string;
  outcome: string;
  severity: string;
  /** Its sentences, one each line. */
  text: string[];
}

/** An expression for the findings of a popup, in its order. */
export const findings = `[...document.querySelectorAll('[data-check]')].map((item) => {
  const wordsOf = (node) => [...node.childNodes]
    .filter((child) => child.nodeName !== 'BUTTON')
    .map((child) => child.textContent.trim()).filter(Boolean);
  return {
    check: item.dataset.check,
    title: wordsOf(item.querySelector('h3')).at(-1) ?? '',
    outcome: item.dataset.outcome,
    severity: item.dataset.severity ?? '',
    text: [...item.querySelectorAll('p')].map((line) => wordsOf(line).join(' ')).filter(Boolean),
  };
})`;

const gap = '  ';

/** A table as plain text; each finding's sentences stand below its title. */
export function tableOf(rows: FindingRow[], width: number): string {
  const head = ['Outcome', 'Severity', 'Finding'] as const;
  const first = Math.max(...[head[0], ...rows.map(({ outcome }) => outcome)].map(widthOf));
  const second = Math.max(...[head[1], ...rows.map(({ severity }) => severity)].map(widthOf));
  const third = Math.max(30, width - first - second - 2 * gap.length);
  const line = (a: string, b: string, c: string) =>
    [padded(a, first), padded(b, second), c].join(gap).trimEnd();
  const lines = rows.flatMap(({ outcome, severity, title, text }) => [
    line(outcome, severity, title),
    ...text.flatMap((sentence) => wrapped(sentence, third)).map((part) => line('', '', part)),
  ]);
  const rule = '─'.repeat(first + second + third + 2 * gap.length);
  return [line(...head), rule, ...lines].join('\n');
}

/** Breaks between words, in Chinese too. */
function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const last = lines.at(-1) ?? '';
    const fits = widthOf(last + segment) <= width || /^[\p{P}\s]/u.test(segment);
    if (fits) lines[lines.length - 1] = last + segment;
    else lines.push(segment);
  }
  return lines.map((line) => line.trim());
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** In columns of a terminal, where Chinese characters take two. */
function widthOf(text: string): number {
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g,
  );
  return [...text].length + (wide?.length ?? 0);
}
