/** Inside its container every process listens on this port. */
const PORT = 8080;

/**
 * Where everything is in docker-compose.yml, by the names of its services. Each of our services signs in to the
 * database under its own role.
 * @param {{ publicPort: string, cashfreePort: string, logins: Readonly<Record<string, string>> }} options
 *   the ports of this machine that the gateway and the stand-in for payments are published on
 * @returns {import('../settings.mjs').Addresses}
 */
export const composeAddresses = ({ publicPort, cashfreePort, logins }) => {
  /** @param {import('../settings.mjs').Service} app */
  const database = (app) => ({ DATABASE_URL: composeDatabaseUrl(`saathi_${app}`, logins[app] ?? '') });
  return {
    port: PORT,
    public_base_url: `http://localhost:${publicPort}`,
    nats_url: 'nats://nats:4222',
    own_nats: true,
    databases: {
      auth: database('auth'),
      conversation: database('conversation'),
      summary: database('summary'),
      billing: database('billing'),
    },
    health_ports: { auth: PORT, conversation: PORT, summary: PORT, billing: PORT },
    model_url: `http://stand-in-model:${PORT}/v1`,
    voice_url: `http://stand-in-voice:${PORT}/v1`,
    cashfree_url: `http://stand-in-cashfree:${PORT}`,
    cashfree_public_url: `http://localhost:${cashfreePort}`,
    smtp_url: 'smtp://stand-in:stand-in@stand-in-mail:1025',
  };
};

/**
 * @param {string} user
 * @param {string} password
 */
export const composeDatabaseUrl = (user, password) =>
  `postgres://${user}:${encodeURIComponent(password)}@postgres:5432/saathi`;
