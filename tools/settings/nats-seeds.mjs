/**
 * @typedef {import('../settings.mjs').App} App
 * @typedef {Partial<Record<App, string>>} SomeSeeds
 */

/** @type {readonly App[]} */
const APPS = ['gateway', 'auth', 'conversation', 'summary', 'billing'];

/**
 * The variable that gives an application its key, where all of them are started.
 * @param {App} app
 */
export const seedVariableOf = (app) => `NATS_NKEY_SEED_${app.toUpperCase()}`;

/**
 * The keys that the applications sign in to the broker with: those that are set, and else those that were made.
 * @template {SomeSeeds} Made
 * @param {import('../settings.mjs').Environment} environment
 * @param {Made} made none for a broker that does not know them
 * @returns {Made & SomeSeeds}
 */
export const natsSeeds = (environment, made) => {
  const seeds = { ...made };
  for (const app of APPS) {
    const given = environment[seedVariableOf(app)];
    if (given) Object.assign(seeds, { [app]: given });
  }
  return seeds;
};

/**
 * What each application is told of the broker.
 * @param {import('../settings.mjs').Environment} environment
 * @param {{ addresses: import('../settings.mjs').Addresses, secrets: import('../secrets.mjs').Secrets }} made
 * @returns {(app: App) => import('../settings.mjs').Variables}
 */
export const brokerVariables = (environment, { addresses, secrets }) => {
  const seeds = natsSeeds(environment, addresses.own_nats ? secrets.nats_seeds : {});
  return (app) => {
    const seed = seeds[app];
    return { NATS_URL: addresses.nats_url, ...(seed === undefined ? {} : { NATS_NKEY_SEED: seed }) };
  };
};
