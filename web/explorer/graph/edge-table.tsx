import type { Network } from './network.js';

/** The edges of the drawing, for those who read rather than look. */
export function EdgeTable({ network: { nodes, edges } }: { readonly network: Network }) {
  const labels = new Map(nodes.map(({ id, kind, label }) => [id, `${kind}: ${label}`]));
  return (
    <details className="edges">
      <summary>The same as a table</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Edge</th>
            <th scope="col">To</th>
          </tr>
        </thead>
        <tbody>
          {edges.map(({ from, to, name }) => (
            <tr key={`${from} ${name} ${to}`}>
              <td>{labels.get(from)}</td>
              <td>{name}</td>
              <td>{labels.get(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
