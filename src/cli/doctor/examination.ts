import { readAccessSettings, type AccessSettings } from '../../access/settings.js';
import { messageOf } from '../../common/errors.js';
import { readSettings, type Settings } from '../../common/settings.js';
import { readEngineOptions } from '../../engine/options.js';
import { GraphClient } from '../../graph/client.js';
import { accessChecks } from './access.js';
import { besideChecks } from './beside.js';
import { failure, ok, skipped, type Check, type Finding } from './check.js';
import { connectionOf, engineChecks } from './engine.js';
import { graphChecks } from './graph.js';
import { machineChecks } from './machine.js';

/** A finding, and what was looked at. */
export interface Examined extends Finding {
  readonly check: string;
}

/**
 * Looks at everything that a deployment needs, one thing after another. Nothing is started, and nothing is changed; the data directory is
 * made if it is not there.
 */
export async function* examine(): AsyncGenerator<Examined> {
  const known = settingsOrProblem();
  if ('state' in known) {
    yield { check: 'settings', ...known };
    return;
  }
  const { settings, access } = known;
  yield { check: 'settings', ...ok('all acceptable') };
  yield* carriedOut([...machineChecks(settings), ...accessChecks(access, settings)]);
  yield* carriedOut(engineChecks(settings));
  const connection = connectionOf(settings);
  const client = connection && new GraphClient(connection, { patience: 0 });
  try {
    yield* client ? ofGraph(client) : [{ check: 'graph', ...skipped('its engine does not run') }];
    yield* carriedOut(besideChecks(settings, client));
  } finally {
    await client?.close();
  }
}

function settingsOrProblem(): { readonly settings: Settings; readonly access: AccessSettings } | Finding {
  try {
    readEngineOptions();
    const settings = readSettings();
    const access = readAccessSettings(settings);
    if (settings.neo4jUri === undefined || settings.neo4jPassword !== undefined) return { settings, access };
    return failure('NEO4J_URI is set, and NEO4J_PASSWORD is not', 'set both');
  } catch (error) {
    return failure(messageOf(error), 'put right the variables that are named (docs/commands.md)');
  }
}

async function* carriedOut(checks: readonly Check[]): AsyncGenerator<Examined> {
  for (const { name, run } of checks) {
    try {
      yield { check: name, ...(await run()) };
    } catch (error) {
      yield { check: name, ...failure(messageOf(error), 'see what the message names') };
    }
  }
}

/** A graph that is not reached has nothing else to be looked at. */
async function* ofGraph(client: GraphClient): AsyncGenerator<Examined> {
  for await (const examined of carriedOut(graphChecks(client))) {
    yield examined;
    if (examined.check === 'graph' && examined.state === 'failure') return;
  }
}
