import { brokerVariables } from './settings/nats-seeds.mjs';
import {
  cashfreeVariables,
  mailVariables,
  missingParts,
  modelVariables,
  voiceVariables,
} from './settings/outside.mjs';

/**
 * @typedef {'auth' | 'conversation' | 'summary' | 'billing'} Service
 * @typedef {Service | 'gateway'} App
 * @typedef {Readonly<Record<string, string | undefined>>} Environment
 * @typedef {Readonly<Record<string, string>>} Variables
 * @typedef {'model' | 'voice' | 'cashfree' | 'mail'} StandIn
 */

/** The processes that have the database; the gateway does not even know its address. */
export const services = /** @type {const} */ (['auth', 'conversation', 'summary', 'billing']);

const EVERYONE = ['NODE_ENV', 'LOG_LEVEL'];
const SERVICE = [...EVERYONE, 'DATABASE_POOL_SIZE', 'SWEEP_INTERVAL_SECONDS'];
const PRICES = ['PLAN_', 'FREE_'];

/**
 * The variables that each process may know, besides the addresses that are made for it. A name that ends in
 * an underscore stands for all that begin with it.
 * @type {Readonly<Record<App, readonly string[]>>}
 */
export const known = {
  auth: [
    ...SERVICE,
    'JWT_KEYS',
    'OTP_',
    'ACCESS_TTL_SECONDS',
    'OPERATOR_TTL_SECONDS',
    'REFRESH_GRACE_SECONDS',
    'SMTP_URL',
    'MAIL_FROM',
  ],
  conversation: [
    ...SERVICE,
    ...PRICES,
    'OPENAI_',
    'SPEECH_',
    'SESSION_IDLE_MINUTES',
    'HELPLINES_VERIFIED_ON',
  ],
  summary: [...SERVICE, 'OPENAI_'],
  billing: [...SERVICE, ...PRICES, 'CASHFREE_', 'WEBHOOK_TOLERANCE_SECONDS', 'RECONCILE_INTERVAL_SECONDS'],
  gateway: [
    ...EVERYONE,
    'CORS_ORIGINS',
    'RATE_LIMIT_PER_MINUTE',
    'TRUST_PROXY_HOPS',
    'METRICS_TOKEN',
    'ACCESS_TTL_SECONDS',
    'CASHFREE_JS_URL',
    'GRIEVANCE_',
  ],
};

/**
 * Where everything is.
 * @typedef {object} Addresses
 * @property {number} port that the gateway listens on
 * @property {string} public_base_url of the gateway, for a browser, unless PUBLIC_BASE_URL is set
 * @property {string} nats_url
 * @property {boolean} own_nats whether the broker is one of ours, which knows the keys of the secrets
 * @property {Readonly<Record<Service, Variables>>} databases DATABASE_URL, and DATABASE_ROLE if it has one
 * @property {Readonly<Record<Service, number>>} health_ports
 * @property {string} model_url of the stand-in, with `/v1`
 * @property {string} voice_url of the stand-in, with `/v1`
 * @property {string} cashfree_url of the stand-in, for billing
 * @property {string} cashfree_public_url of the stand-in, for a browser
 * @property {string} smtp_url of the stand-in
 */

/**
 * Decides what each process is told. A variable that is set wins over every default; what has neither a key
 * nor an address is played by a stand-in.
 * @param {Environment} environment
 * @param {{ addresses: Addresses, secrets: import('./secrets.mjs').Secrets }} made
 * @returns {{ readonly apps: Readonly<Record<App, Variables>>, readonly standIns: readonly StandIn[] }}
 */
export const settingsFor = (environment, { addresses, secrets }) => {
  const given = withoutEmpty(environment);
  const all = {
    NODE_ENV: 'development',
    JWT_KEYS: JSON.stringify(secrets.jwt_keys),
    OTP_PEPPERS: secrets.otp_peppers,
    ...modelVariables(given, addresses),
    ...voiceVariables(given, addresses),
    ...cashfreeVariables(given, addresses),
    ...mailVariables(addresses),
    ...given,
  };
  const PUBLIC_BASE_URL = given['PUBLIC_BASE_URL'] ?? addresses.public_base_url;
  const broker = brokerVariables(given, { addresses, secrets });
  /** @param {Service} app */
  const service = (app) => ({
    ...pick(all, known[app]),
    ...addresses.databases[app],
    ...broker(app),
    HEALTH_PORT: String(addresses.health_ports[app]),
  });
  return {
    apps: {
      auth: service('auth'),
      conversation: service('conversation'),
      summary: service('summary'),
      billing: { ...service('billing'), PUBLIC_BASE_URL },
      gateway: {
        ...pick(all, known.gateway),
        ...broker('gateway'),
        PORT: String(addresses.port),
        PUBLIC_BASE_URL,
      },
    },
    standIns: missingParts(given),
  };
};

/**
 * The parts that stand-ins play: those with neither a key nor an address.
 * @param {Environment} environment
 */
export const standInsFor = (environment) => missingParts(withoutEmpty(environment));

/**
 * What a process of ours needs of the environment besides its settings, to run at all on this machine.
 * @param {Environment} environment
 * @returns {Variables}
 */
export const systemVariables = (environment) =>
  pick(withoutEmpty(environment), [
    ...['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SYSTEMROOT', 'TZ', 'LANG'],
    ...['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
  ]);

/**
 * What stand-ins were told about how to play: how fast they answer, and the like.
 * @param {Environment} environment
 * @returns {Variables}
 */
export const standInTuning = (environment) => pick(withoutEmpty(environment), ['STAND_IN_']);

/**
 * An empty variable counts as one that is not set: so it is written in an `.env`.
 * @param {Environment} environment
 * @returns {Variables}
 */
const withoutEmpty = (environment) =>
  Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/**
 * @param {Variables} variables
 * @param {readonly string[]} names
 * @returns {Variables}
 */
const pick = (variables, names) =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => isAmong(name, names)));

/**
 * Whether a list of names holds a variable, or the beginning of its name.
 * @param {string} name
 * @param {readonly string[]} names
 */
export const isAmong = (name, names) =>
  names.some((listed) => (listed.endsWith('_') ? name.startsWith(listed) : name === listed));
