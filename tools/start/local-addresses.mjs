/** @typedef {import('../settings.mjs').Service} Service */

/**
 * Where everything is when it all runs on this machine.
 * @param {{ ports: import('../ports.mjs').Ports, databaseUrl: string, natsUrl: string, ownNats: boolean,
 *   roles: boolean }} options `ownNats`: whether the broker is our own; `roles`: whether each service can work as a
 *   database role of its own
 * @returns {import('../settings.mjs').Addresses}
 */
export const localAddresses = ({ ports, databaseUrl, natsUrl, ownNats, roles }) => {
  const cashfree = `http://127.0.0.1:${ports.cashfree}`;
  return {
    port: ports.gateway,
    public_base_url: `http://localhost:${ports.gateway}`,
    nats_url: natsUrl,
    own_nats: ownNats,
    databases: forEachService((app) => ({
      DATABASE_URL: databaseUrl,
      ...(roles ? { DATABASE_ROLE: `saathi_${app}` } : {}),
    })),
    health_ports: forEachService((app) => ports[app]),
    model_url: `http://127.0.0.1:${ports.model}/v1`,
    voice_url: `http://127.0.0.1:${ports.voice}/v1`,
    cashfree_url: cashfree,
    cashfree_public_url: cashfree,
    smtp_url: `smtp://stand-in:stand-in@127.0.0.1:${ports.smtp}`,
  };
};

/**
 * @template T
 * @param {(app: Service) => T} make
 * @returns {Record<Service, T>}
 */
const forEachService = (make) => ({
  auth: make('auth'),
  conversation: make('conversation'),
  summary: make('summary'),
  billing: make('billing'),
});
