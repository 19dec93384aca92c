/**
 * @typedef {import('../settings.mjs').StandIn} StandIn
 * @typedef {import('../settings.mjs').Variables} Variables
 */

/**
 * What the stand-ins are told. The one for the payments has to know the account that billing was given.
 * @param {{ host: string, ports: { readonly model: number, readonly voice: number, readonly cashfree: number, readonly smtp: number, readonly mail: number },
 *   cashfreePublicUrl: string, gatewayUrl: string, billing: Variables }} options
 *   `gatewayUrl` is where a webhook reaches the gateway
 * @returns {Readonly<Record<StandIn, Variables>>}
 */
export const standInSettings = ({ host, ports, cashfreePublicUrl, gatewayUrl, billing }) => ({
  model: { STAND_IN_HOST: host, STAND_IN_MODEL_PORT: String(ports.model) },
  voice: { STAND_IN_HOST: host, STAND_IN_VOICE_PORT: String(ports.voice) },
  cashfree: {
    STAND_IN_HOST: host,
    STAND_IN_CASHFREE_PORT: String(ports.cashfree),
    STAND_IN_CASHFREE_PUBLIC_URL: cashfreePublicUrl,
    STAND_IN_CASHFREE_WEBHOOK_URL: `${gatewayUrl}/v1/webhooks/cashfree`,
    STAND_IN_CASHFREE_CLIENT_ID: billing['CASHFREE_CLIENT_ID'] ?? '',
    STAND_IN_CASHFREE_SECRET: billing['CASHFREE_CLIENT_SECRET'] ?? '',
  },
  mail: {
    STAND_IN_HOST: host,
    STAND_IN_SMTP_PORT: String(ports.smtp),
    STAND_IN_MAIL_PORT: String(ports.mail),
  },
});
