import Table from 'cli-table3';

/** A table for a terminal, without colours, that stays readable in a file. */
export function plainTable(head: string[]): InstanceType<typeof Table> {
  return new Table({ head, style: { head: [], border: [], compact: true } });
}
