import { countCodes } from '../grouping.js';
import type { View } from '../view.js';

/** As statement `read/label-counts`. */
export function labelCounts({ store, selection }: View, { letters }: { readonly letters: number }): object[] {
  const { findings, labels } = store;
  const counts = new Map<string, number>();
  const ofLabels = countCodes(selection.alive.findings, findings.label.values, labels.size);
  for (const [code, count] of ofLabels.entries()) {
    if (count === 0) continue;
    const beginning = Array.from(labels.text(code)).slice(0, letters).join('');
    counts.set(beginning, (counts.get(beginning) ?? 0) + count);
  }
  return [...counts].map(([beginning, count]) => ({ beginning, findings: count }));
}
