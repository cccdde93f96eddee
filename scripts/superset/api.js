// @ts-check

/** Names of the files in the archive that the API asks for. */
const DATABASE = 'databases/IMR_mart.yaml';
const SLUG = 'imr';

/** What the script asks of Superset's REST API. */
export class Api {
  /**
   * @param {string} url
   * @param {string} token
   */
  constructor(url, token) {
    this.url = url;
    this.token = token;
  }

  /** @param {import('./server.js').Superset} superset */
  static async login({ url, user, password }) {
    const { access_token: token } = await new Api(url, '').ask('POST', 'security/login', {
      username: user,
      password,
      provider: 'db',
    });
    return new Api(url, token);
  }

  /**
   * Imports the dashboard as a user does, then tells where the mart is when it is not where the archive says.
   * @param {Buffer} archive
   * @param {import('./mart.js').Mart} mart
   * @returns {Promise<Map<number, string>>} the name of each chart by its id
   */
  async importDashboard(archive, { host, password }) {
    console.log('superset: import');
    const form = new FormData();
    form.set('formData', new Blob([archive]), 'imr-dashboard.zip');
    form.set('passwords', JSON.stringify({ [DATABASE]: password }));
    await this.ask('POST', 'dashboard/import/', form);
    const { result: databases } = await this.ask('GET', 'database/');
    await this.ask('PUT', `database/${databases[0].id}`, {
      sqlalchemy_uri: `postgresql+psycopg2://imr_reader:${password}@${host}/imr`,
    });
    const { result: charts } = await this.ask('GET', `dashboard/${SLUG}/charts`);
    return new Map(charts.map((/** @type {any} */ { id, slice_name: name }) => [id, name]));
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {FormData | object} [body] sent as JSON unless it is a form
   * @returns {Promise<any>}
   */
  async ask(method, path, body) {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${this.token}`,
        ...(isForm || body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : ((body && JSON.stringify(body)) ?? null),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  }
}
