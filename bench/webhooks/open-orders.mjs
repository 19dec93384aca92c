import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const PEOPLE = 20;
/** As many as one person may have open at a time. */
const ORDERS_EACH = 5;

/**
 * Registers a few people and opens orders of theirs, as a client does.
 * @param {{ url: string, inbox: string }} places
 * @returns {Promise<readonly { readonly cashfree_order_id: string, readonly amount: string }[]>}
 */
export const openOrders = async ({ url, inbox }) => {
  const orders = [];
  for (let person = 0; person < PEOPLE; person += 1) {
    const token = await register({ url, inbox });
    for (let order = 0; order < ORDERS_EACH; order += 1) {
      orders.push(await post(`${url}/v1/payments`, { plan_type: 'daily' }, token));
    }
  }
  return orders;
};

/** @param {{ url: string, inbox: string }} places */
const register = async ({ url, inbox }) => {
  const email = `${randomUUID()}@example.com`;
  const { challenge_id } = await post(`${url}/v1/auth/otp/request`, { email, locale: 'en-IN' });
  const otp = await readCode(`${inbox}/api/messages?to=${email}`);
  const { registration_token } = await post(`${url}/v1/auth/otp/verify`, { challenge_id, otp });
  const person = { name: 'Asha', gender: 'female', is_adult: true, accepted_terms: true };
  return (await post(`${url}/v1/auth/register`, { registration_token, ...person })).access_token;
};

/** @param {string} address */
const readCode = async (address) => {
  for (;;) {
    const { items } = await (await fetch(address)).json();
    const code = /(?<!\d)\d{6}(?!\d)/.exec(items[0]?.text ?? '')?.[0];
    if (code !== undefined) return code;
    await sleep(50);
  }
};

/**
 * @param {string} address
 * @param {object} body
 * @param {string} [token]
 */
const post = async (address, body, token) => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
};
