/**
 * Puts what Neo4j Browser starts with into the storage of this origin, and goes on to it. What visitors have of their own stays:
 * their statements, their folders, what they changed of the style, their settings.
 */
const { document, fetch, localStorage, location, URLSearchParams } = globalThis;

/** What may be handed on in the address: Browser fills its editor, or plays a guide; it runs nothing. */
const COMMANDS = ['edit', 'play', 'guide'];

/** The one connection that Browser knows. */
const CONNECTION = '$$discovery';

function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(`neo4j.${key}`)) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(key, value) {
  localStorage.setItem(`neo4j.${key}`, JSON.stringify(value));
}

/** The server logs on by itself; but without a name and a password Browser would ask for them. */
function connection() {
  const isSecure = location.protocol === 'https:';
  const port = location.port || (isSecure ? '443' : '80');
  return {
    id: CONNECTION,
    name: CONNECTION,
    type: 'bolt',
    host: `${isSecure ? 'bolt+s' : 'bolt'}://${location.hostname}:${port}`,
    username: 'reader',
    password: 'none-is-needed',
    authenticationMethod: 'NATIVE',
    authEnabled: true,
    db: null,
  };
}

function withMissing(theirs, ours) {
  const list = Array.isArray(theirs) ? theirs : [];
  return [...list, ...ours.filter(({ id }) => !list.some((other) => other.id === id))];
}

/** Browser reads its address as a whole, so that these two would end the statement; Cypher knows them by their numbers too. */
function forAddress(text) {
  return text.replaceAll('&', '\\u0026').replaceAll('#', '\\u0023');
}

function destination() {
  const asked = new URLSearchParams(location.search);
  const command = asked.get('cmd');
  if (!COMMANDS.includes(command)) return '/browser/';
  const handed = asked.getAll('arg').map((text) => `arg=${encodeURIComponent(forAddress(text))}`);
  return `/browser/?${[`cmd=${command}`, ...handed].join('&')}`;
}

async function prepare() {
  const { grass, folder, favourites } = await (await fetch('/browser/imr/preset.json')).json();
  keep('connections', {
    allConnectionIds: [CONNECTION],
    connectionsById: { [CONNECTION]: connection() },
    activeConnection: null,
    connectionState: 0,
    lastUpdate: 0,
    useDb: null,
    lastUseDb: null,
  });
  keep('settings', { initCmd: '', allowCrashReports: false, allowUserStats: false, ...kept('settings') });
  keep('folders', withMissing(kept('folders'), [folder]));
  keep('documents', withMissing(kept('documents'), favourites));
  keep('grass', { ...grass, ...kept('grass') });
  location.replace(destination());
}

prepare().catch(() => {
  document.getElementById('told').textContent =
    'Neo4j Browser cannot be prepared: the server does not answer, or this browser keeps nothing (localStorage).';
});
