/**
 * Writes batches of letters into the graph that the environment names, from a file with their JSON, and tells of each batch that was
 * committed. It is there to be killed; since another process starts it, it is JavaScript and uses what is built.
 */
import { readFileSync } from 'node:fs';
import { GraphClient } from '../../dist/graph/client.js';
import { writeDeterminations } from '../../dist/graph/writer.js';

const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '' } = process.env;
const client = new GraphClient({ uri, user, password, database: 'neo4j' });
await client.verify();
process.stdout.write('ready\n');
for (const batch of JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))) {
  await writeDeterminations(client, batch);
  process.stdout.write('written\n');
}
await client.close();
