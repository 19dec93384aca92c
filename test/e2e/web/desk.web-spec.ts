import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { decide } from '../operator.js';
import { Person, readCode } from '../person.js';
import { Stack } from '../stack.js';
import { DESK, openBrowser, Visitor } from './visitor.js';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  // What is to be looked at stays so until an operator does: nobody asks Cashfree meanwhile.
  [stack, browser] = await Promise.all([Stack.start({ RECONCILE_INTERVAL_SECONDS: '600' }), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

interface Order {
  readonly person: Person;
  readonly id: string;
  readonly number: string;
}

const order = async (): Promise<Order & { readonly pay: () => Promise<unknown> }> => {
  const person = await Person.join(stack);
  const { body } = await person.post('/v1/payments', { plan_type: 'daily' });
  const pay = (): Promise<unknown> =>
    fetch(`${body.checkout.url}/pay`, { method: 'POST', headers: { accept: 'application/json' } });
  return { person, id: body.id, number: body.cashfree_order_id, pay };
};

/** Somebody pays, and what Cashfree tells of it is not what was ordered. */
const orderToReview = async (): Promise<Order> => {
  const made = await order();
  for (const mode of ['lower_amount_in_order', 'lower_amount_in_webhook'])
    await fetch(`${stack.cashfree}/__faults`, { method: 'POST', body: JSON.stringify({ mode }) });
  await made.pay();
  await eventually(async () => {
    const [row] = await stack.database.rows(
      'SELECT review_reason FROM billing_orders WHERE payment_id = $1',
      [made.id],
    );
    expect(row).toEqual({ review_reason: 'amount_mismatch' });
  }, 15_000);
  await fetch(`${stack.cashfree}/__faults`, { method: 'DELETE' });
  return made;
};

const isNow = (made: Order, status: string): Promise<void> =>
  eventually(async () => {
    expect((await made.person.get(`/v1/payments/${made.id}`)).body.status).toBe(status);
  }, 15_000);

const signIn = async (page: Page, email: string): Promise<void> => {
  await page.goto('/admin');
  await page.getByLabel('Operator’s e-mail').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('6-digit code').fill(await readCode(stack, email));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('tab', { name: 'Orders' }).click();
};

/** Opens an order at the desk, gives a reason and presses a button. */
const press = async (page: Page, { number }: Order, deed: string, reason: string): Promise<void> => {
  await page.getByRole('button', { name: `Open the order ${number}` }).click();
  const dialog = page.getByRole('dialog');
  const button = dialog.getByRole('button', { name: deed });
  await button.waitFor();
  expect(await button.isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill(reason);
  await button.click();
  await page.getByText('Done', { exact: true }).first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
};

describe('the operators’ desk', () => {
  it('pays back, cancels, and gives a pass that was paid for, each with its reason', async () => {
    const [paid, unpaid] = [await order(), await order()];
    await paid.pay();
    await isNow(paid, 'success');
    const reviewed = await orderToReview();
    const email = `${randomUUID()}@example.com`;
    await decide(stack, 'add', email);
    const visitor = await Visitor.arrive(browser, stack, DESK);
    const { page } = visitor;
    await signIn(page, email);

    await press(page, reviewed, 'Give the pass', 'asked by mail');
    await isNow(reviewed, 'success');
    expect((await reviewed.person.get('/v1/me/usage')).body.premium).toBe(true);

    await page.getByLabel('Only those to be looked at').click();
    await press(page, unpaid, 'Cancel the order', 'changed their mind');
    await isNow(unpaid, 'failed');

    await press(page, paid, 'Pay all of it back', 'paid twice');
    await eventually(async () => {
      const rows = await stack.database.rows('SELECT amount FROM refunds WHERE cashfree_order_id = $1', [
        paid.number,
      ]);
      expect(rows).toHaveLength(1);
      expect((await paid.person.get('/v1/me/usage')).body.premium).toBe(false);
    }, 15_000);

    await page.getByRole('tab', { name: 'Who did what' }).click();
    for (const reason of ['asked by mail', 'changed their mind', 'paid twice'])
      await page.getByText(reason).waitFor();
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  }, 120_000);
});
