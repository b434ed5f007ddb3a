/** One line of the result. */
export interface Row {
  what: string;
  /** A figure, its unit and, if one was set, its budget. */
  measured: [figure: number, unit: string, budget?: number];
  /** What was measured beside it in this run: a name, and its figure in the same unit. */
  beside?: [name: string, figure: number];
  /** Figures of others that are known but were not measured in this run. */
  elsewhere?: string;
}

const heads = ['what', 'measured', 'budget', 'kept', 'beside it, in this run', 'elsewhere'];

/** The result as a table, aligned with spaces. */
export function tableOf(rows: readonly Row[], pace: number): string {
  const lines = [heads, ...rows.map((row) => cellsOf(row, pace))];
  const widths = heads.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const print = (line: readonly string[]) =>
    line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  const rule = widths.map((width) => '-'.repeat(width));
  return [heads, rule, ...lines.slice(1)].map((line) => print(line).trimEnd()).join('\n');
}

function cellsOf({ what, measured, beside, elsewhere = '' }: Row, pace: number): string[] {
  const [figure, unit, budget] = measured;
  const print = (value: number) => `${threeDigits(value)} ${unit}`.trim();
  return [
    what,
    print(figure),
    budget === undefined ? '' : `≤ ${print(budget)}`,
    budget === undefined ? '' : verdict(figure, budget, unit === 'ms' ? pace : 1),
    beside ? `${threeDigits(figure / beside[1])} × ${beside[0]} (${print(beside[1])})` : '',
    elsewhere,
  ];
}

/** `slow`: over the budget, but not if the slowness of the machine is taken off. */
function verdict(figure: number, budget: number, pace: number): string {
  if (figure <= budget) return 'yes';
  return figure <= budget * pace ? 'slow' : 'NO';
}

/** Three digits say all that is known. */
function threeDigits(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
