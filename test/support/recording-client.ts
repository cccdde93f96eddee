import { afterAll } from '@jest/globals';
import { GraphClient, type Parameters } from '../../src/graph/client.js';
import { migrate } from '../../src/graph/migrations.js';
import { emptyGraph, testConnection } from './graph.js';

/** A statement that was run, with what it was given. */
export interface Recorded {
  readonly name: string;
  readonly parameters: Parameters;
}

/** What the server asks by itself, whatever it is asked. */
const OF_THE_SERVER = [
  'read/applied-migrations',
  'read/await-indexes',
  'read/graph-version',
  'read/known-guidelines',
  'read/known-item-names',
  'read/known-reviewer-names',
];

/** A client that keeps the reading statements that it is asked to run, in the order in which it is asked. */
export class RecordingClient extends GraphClient {
  readonly recorded: Recorded[] = [];

  override read<Row>(name: string, parameters: Parameters = {}): Promise<Row[]> {
    if (!OF_THE_SERVER.includes(name)) this.recorded.push({ name, parameters });
    return super.read<Row>(name, parameters);
  }

  /** What was recorded since it was last taken. */
  take(): Recorded[] {
    return this.recorded.splice(0);
  }
}

const opened: RecordingClient[] = [];

afterAll(async () => {
  for (const client of opened.splice(0)) await client.close();
});

/** A recording client of the test engine, migrated and without any data. */
export async function recordingGraph(): Promise<RecordingClient> {
  await emptyGraph();
  const client = new RecordingClient(testConnection());
  opened.push(client);
  await migrate(client);
  return client;
}
