import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TlsFiles } from '../../src/access/settings.js';

/** Makes a certificate for 127.0.0.1, signed by itself, and its key. */
export function certificateIn(folder: string, { name = 'tls', days = 30 } = {}): TlsFiles {
  const files = { cert: join(folder, `${name}-cert.pem`), key: join(folder, `${name}-key.pem`) };
  const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', files.key, '-out', files.cert];
  const told = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', String(days)];
  execFileSync('openssl', ['req', '-x509', ...made, ...told], { stdio: 'ignore' });
  return files;
}
