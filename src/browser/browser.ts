import type { Router } from 'express';
import type { Logger } from '../common/log.js';
import { guideAddress } from './content.js';
import { ReadGate } from './gate.js';
import { browserPages, START_PATH } from './pages.js';
import type { ClientSettings, Reading } from './reading-only.js';

export interface BrowserParts {
  /** Where the engine speaks Bolt, and serves the files of Browser. */
  readonly uri: string;
  readonly browserUrl: string;
  readonly reading: Reading;
  /** The address that the HTTP server listens on. */
  readonly host: string;
  readonly log: Logger;
}

/** Neo4j Browser, for people who only read; for an HTTP server to use. */
export interface OpenBrowser {
  /** The page that one begins at: it takes what is to be in the editor as `cmd=edit&arg=…`. */
  readonly startPath: string;
  readonly pages: Router;
  /** Takes the WebSockets that Browser opens. */
  readonly upgrade: ReadGate['admit'];
  /** Ends all connections, and takes no more. */
  readonly close: () => void;
}

/** Prepares Browser's pages and its way to Neo4j. */
export function openBrowser({ uri, browserUrl, reading, host, log }: BrowserParts): OpenBrowser {
  const gate = new ReadGate({ uri, reading, host, settingsFor, log });
  return {
    startPath: START_PATH,
    pages: browserPages(browserUrl),
    upgrade: gate.admit,
    close: () => {
      gate.close();
    },
  };
}

/** Nothing is fetched from elsewhere, nothing told to anybody; the guide is played as soon as Browser is connected. */
function settingsFor(origin: string): ClientSettings {
  return {
    'browser.allow_outgoing_connections': 'false',
    'client.allow_telemetry': 'false',
    'browser.remote_content_hostname_whitelist': new URL(origin).hostname,
    'browser.post_connect_cmd': `play ${guideAddress(origin)}`,
    'browser.retain_connection_credentials': 'true',
    'browser.retain_editor_history': 'true',
    'dbms.security.auth_enabled': 'true',
  };
}
