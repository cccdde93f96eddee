import { execFile } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ImrError, messageOf } from '../common/errors.js';

/** Files of a certificate and its key, in PEM. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

const DAYS = 3650;

/**
 * A certificate that no authority has signed, for this machine and a host; made unless it is there. Clients that are given its file know
 * whom they talk to; to others it gives encryption alone.
 * @throws {ImrError} POSTGRES_FAILED when there is no `openssl` to make it with.
 */
export async function ownCertificate(folder: string, host: string): Promise<Certificate> {
  const certificate = join(folder, 'own.crt');
  const key = join(folder, 'own.key');
  if (existsSync(certificate)) return { certificate, key };
  const names = [...new Set(['127.0.0.1', 'localhost', host])].map((name) =>
    isIP(name) === 0 ? `DNS:${name}` : `IP:${name}`,
  );
  const draft = `${certificate}.draft`;
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-subj', '/CN=imr-graph', '-addext', `subjectAltName=${names.join(',')}`];
  try {
    await promisify(execFile)('openssl', [
      'req',
      ...kind,
      ...subject,
      ...['-days', String(DAYS), '-keyout', key, '-out', draft],
    ]);
    // Last, and whole: where it is, so is its key.
    renameSync(draft, certificate);
  } catch (error) {
    const what = `No certificate could be made with openssl; --tls-cert and --tls-key name one of your own`;
    throw new ImrError('POSTGRES_FAILED', `${what}: ${messageOf(error)}`, { cause: error });
  }
  return { certificate, key };
}
