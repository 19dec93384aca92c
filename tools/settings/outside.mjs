/**
 * @typedef {import('../settings.mjs').Variables} Variables
 * @typedef {import('../settings.mjs').Addresses} Addresses
 * @typedef {import('../settings.mjs').StandIn} StandIn
 */

const STAND_IN_SECRET = 'stand-in-secret';
const CASHFREE_SDK = 'https://sdk.cashfree.com/js/v3/cashfree.js';

/**
 * The variables of which one is enough to say where a part of the outside is.
 * @type {Readonly<Record<StandIn, readonly string[]>>}
 */
const TELLING = {
  model: ['OPENAI_API_KEY', 'OPENAI_BASE_URL'],
  // Beside a real model an ear that knows a few sentences would be worse than the browser's own.
  voice: ['SPEECH_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_BASE_URL'],
  cashfree: ['CASHFREE_CLIENT_ID', 'CASHFREE_BASE_URL'],
  mail: ['SMTP_URL'],
};

/**
 * The parts of the outside that nothing tells about.
 * @param {Variables} given
 * @returns {readonly StandIn[]}
 */
export const missingParts = (given) =>
  /** @type {const} */ (['model', 'voice', 'cashfree', 'mail']).filter((part) =>
    TELLING[part].every((name) => given[name] === undefined),
  );

/**
 * The language model: a key alone means OpenAI, an address alone a server that asks for no key.
 * @param {Variables} given
 * @param {Addresses} addresses
 * @returns {Variables}
 */
export const modelVariables = ({ OPENAI_API_KEY: key, OPENAI_BASE_URL: base }, { model_url }) => {
  if (key !== undefined) return { OPENAI_BASE_URL: 'https://api.openai.com/v1' };
  if (base !== undefined) return { OPENAI_API_KEY: 'none' };
  return { OPENAI_BASE_URL: model_url, OPENAI_API_KEY: 'stand-in' };
};

/**
 * Ears and a voice for calls: a real model does not mean that sound may be sent to it, so it has to be said.
 * @param {Variables} given
 * @param {Addresses} addresses
 * @returns {Variables}
 */
export const voiceVariables = (given, { voice_url }) => {
  if (!missingParts(given).includes('voice')) return {};
  return {
    SPEECH_BASE_URL: voice_url,
    SPEECH_API_KEY: 'stand-in',
    OPENAI_TRANSCRIBE_MODEL: 'stand-in-ear',
    OPENAI_SPEECH_MODEL: 'stand-in-mouth',
  };
};

/**
 * Payments: an account alone means Cashfree's sandbox, which signs its webhooks with the account's secret.
 * @param {Variables} given
 * @param {Addresses} addresses
 * @returns {Variables}
 */
export const cashfreeVariables = (given, { cashfree_url, cashfree_public_url }) => {
  const { CASHFREE_CLIENT_ID: id, CASHFREE_BASE_URL: base, CASHFREE_CLIENT_SECRET: secret } = given;
  if (id !== undefined) {
    return {
      CASHFREE_BASE_URL: 'https://sandbox.cashfree.com/pg',
      CASHFREE_JS_URL: CASHFREE_SDK,
      ...(secret === undefined ? {} : { CASHFREE_WEBHOOK_SECRETS: secret }),
    };
  }
  const account = {
    CASHFREE_CLIENT_ID: 'stand-in',
    CASHFREE_CLIENT_SECRET: STAND_IN_SECRET,
    CASHFREE_WEBHOOK_SECRETS: secret ?? STAND_IN_SECRET,
  };
  if (base !== undefined) return { ...account, CASHFREE_JS_URL: CASHFREE_SDK };
  return {
    ...account,
    CASHFREE_BASE_URL: `${cashfree_url}/pg`,
    CASHFREE_JS_URL: `${cashfree_public_url}/cashfree.js`,
    CASHFREE_CHECKOUT_URL: `${cashfree_public_url}/checkout/{payment_session_id}`,
  };
};

/**
 * Mail.
 * @param {Addresses} addresses
 * @returns {Variables}
 */
export const mailVariables = ({ smtp_url }) => ({
  SMTP_URL: smtp_url,
  MAIL_FROM: 'Saathi <saathi@localhost>',
});
