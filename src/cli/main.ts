import { Command, CommanderError } from 'commander';
// First of all: it remembers the parent, whose end it watches for.
import '../common/shutdown.js';
import { ImrError, messageOf } from '../common/errors.js';
import { projectVersion } from '../common/project.js';

type Register = (program: Command) => void;

const loadServe = async (): Promise<Register> => (await import('./serve.js')).registerServe;

const COMMANDS: ReadonlyMap<string, () => Promise<Register>> = new Map([
  ['parse', async () => (await import('./parse.js')).registerParse],
  ['catalogue', async () => (await import('./catalogue.js')).registerCatalogue],
  ['generate', async () => (await import('./generate.js')).registerGenerate],
  ['ingest', async () => (await import('./ingest.js')).registerIngest],
  ['load', async () => (await import('./load.js')).registerLoad],
  ['remove', async () => (await import('./remove.js')).registerRemove],
  ['verify', async () => (await import('./verify.js')).registerVerify],
  ['doctor', async () => (await import('./doctor.js')).registerDoctor],
  ['serve', loadServe],
  ['start', loadServe],
  ['engine', async () => (await import('./engine.js')).registerEngine],
  ['keys', async () => (await import('./keys.js')).registerKeys],
  ['export', async () => (await import('./export.js')).registerExport],
  ['bi', async () => (await import('./bi.js')).registerBi],
  ['schema', async () => (await import('./schema.js')).registerSchema],
  ['operations', async () => (await import('./operations.js')).registerOperations],
]);

const program = new Command('imr')
  .description(
    "Reads California workers' compensation IMR determination letters into a graph and answers questions about them",
  )
  .version(projectVersion)
  .showHelpAfterError('(--help lists arguments and options)')
  .exitOverride();

// Only the command that is asked for is loaded: the libraries of the API alone take half a second.
const asked = COMMANDS.get(process.argv[2] ?? '');
for (const load of asked ? [asked] : new Set(COMMANDS.values())) (await load())(program);

// `imr … | head` closes the pipe when it has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
  } else {
    const code = error instanceof ImrError ? error.code : 'UNEXPECTED';
    process.stderr.write(`imr: ${code}: ${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}
