import { useId, useState, type ReactNode } from 'react';
import { csvOf, type CsvValue } from './csv.js';
import { download } from './download.js';
import { Empty } from './states.js';

/** One column of a figure's table. */
export interface Column<Row> {
  readonly head: string;
  /** As it is written into files: numbers as numbers. */
  readonly value: (row: Row) => CsvValue;
  /** As it is shown; left out: the value. */
  readonly shown?: (row: Row) => ReactNode;
}

interface FigureProps<Row> {
  readonly title: string;
  /** What is counted, and what the parts of the chart mean. */
  readonly note?: ReactNode;
  /** Of the file that can be downloaded, without extension. */
  readonly file: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly chart: ReactNode;
  readonly empty?: ReactNode;
}

/** A chart with the table that it is drawn from, and that table as a file. */
export function Figure<Row>(props: FigureProps<Row>) {
  const { title, note, file, rows, columns, chart, empty = 'No finding passes this filter.' } = props;
  const [isTable, setTable] = useState(false);
  const id = useId();
  const save = () =>
    download(
      `${file}.csv`,
      csvOf(
        columns.map(({ head }) => head),
        rows.map((row) => columns.map(({ value }) => value(row))),
      ),
    );
  return (
    <figure aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        {rows.length > 0 && (
          <div className="tools" role="group" aria-label={`View of ${title}`}>
            <button aria-pressed={!isTable} onClick={() => setTable(false)}>
              Chart
            </button>
            <button aria-pressed={isTable} onClick={() => setTable(true)}>
              Table
            </button>
            <button onClick={save}>CSV</button>
          </div>
        )}
        {note !== undefined && <p className="quiet">{note}</p>}
      </figcaption>
      {rows.length === 0 ? <Empty>{empty}</Empty> : isTable ? <Table {...props} titleId={id} /> : chart}
    </figure>
  );
}

function Table<Row>({ rows, keyOf, columns, titleId }: FigureProps<Row> & { readonly titleId: string }) {
  return (
    <div className="scroll" tabIndex={0} role="region" aria-labelledby={titleId}>
      <table aria-labelledby={titleId}>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ head, value, shown }) => (
                <td key={head} className={typeof value(row) === 'number' ? 'number' : undefined}>
                  {shown === undefined ? String(value(row) ?? '') : shown(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
