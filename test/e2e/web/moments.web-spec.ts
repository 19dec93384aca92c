import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { decide } from '../operator.js';
import { Person, readCode } from '../person.js';
import { Stack } from '../stack.js';
import { giveEarsAndVoice, hear } from './browser-ears.js';
import { look } from './look.js';
import { openBrowser, SIGHTS, Visitor } from './visitor.js';

const SAID = 'आज ऑफ़िस में बहुत तनाव था';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([Stack.start(), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

describe.each(SIGHTS)('what only shows itself now and then, at $width in $locale', (sight) => {
  let visitor: Visitor;

  const arrive = async (): Promise<void> => {
    visitor = await Visitor.arrive(browser, stack, sight);
  };
  const leave = async (): Promise<void> => {
    const { complaints } = visitor;
    await visitor.leave();
    expect(complaints).toEqual([]);
  };

  it('keeps nobody out: a registration, a danger, a report, the end of what is free, a payment', async () => {
    await arrive();
    const { page } = visitor;
    await visitor.signIn(`${randomUUID()}@example.com`);
    await page.locator('input[autocomplete=given-name]').waitFor();
    await look(page, 'register', sight);
    await leave();

    const person = await Person.join(stack, { name: 'आशा' });
    const talk = await person.startSession();
    await person.say(talk, 'मैं मर जाना चाहती हूँ');
    await arrive();
    await visitor.signIn(person.email);
    await visitor.page.locator('main#page h1').waitFor();
    await visitor.page.goto(`/chat/${talk}`);
    await visitor.page.getByRole('link', { name: /14416/ }).first().waitFor();
    await look(visitor.page, 'danger', sight);

    await visitor.page.getByRole('log').getByRole('button').last().click();
    await visitor.page.getByRole('menuitem', { name: /शिकायत|Report/ }).click();
    await visitor.page.getByRole('dialog').waitFor();
    await look(visitor.page, 'report', sight);
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });

    const other = await person.startSession();
    await stack.database.rows(
      'UPDATE usage_stats SET total_messages = 1000 WHERE user_id = $1 RETURNING user_id',
      [person.id],
    );
    await visitor.page.goto(`/chat/${other}`);
    await visitor.page.locator('textarea').fill(SAID);
    await visitor.page.getByRole('button', { name: /^(भेजें|Send)$/ }).click();
    await visitor.page.getByRole('dialog').waitFor();
    await look(visitor.page, 'paywall', sight);

    const { body: payment } = await person.post('/v1/payments', { plan_type: 'weekly' });
    await visitor.page.goto(`/passes?order_id=${String(payment.cashfree_order_id)}`);
    await visitor.page.locator('section h1').waitFor();
    await fetch(`${payment.checkout.url}/pay`, {
      method: 'POST',
      headers: { accept: 'application/json' },
    });
    await visitor.page.getByRole('heading', { name: /पास शुरू हो गया|Your pass/ }).waitFor();
    await look(visitor.page, 'paid', sight);
    await leave();
  }, 120_000);

  it('keeps nobody out: a call and its end', async () => {
    await arrive();
    const { page } = visitor;
    await giveEarsAndVoice(page);
    const person = await Person.join(stack, { name: 'आशा' });
    await visitor.signIn(person.email);
    await page.locator('main#page h1').waitFor();
    await page.goto('/call');
    await page.getByRole('button', { name: /कॉल शुरू करें|Start the call/ }).click();
    const status = page.getByRole('status').filter({ hasText: /सुन रहा है|Listening/ });
    await status.waitFor();
    await hear(page, SAID);
    await page.getByRole('log').locator('p').nth(1).waitFor();
    await status.waitFor();
    await look(page, 'call-live', sight);
    await page.getByRole('button', { name: /कॉल काटें|Hang up/ }).click();
    await page.getByText(/बात हुई|You talked for/).waitFor();
    await look(page, 'call-end', sight);
    await leave();
  }, 60_000);

  it('keeps nobody out: the operators’ desk', async () => {
    const email = `${randomUUID()}@example.com`;
    await decide(stack, 'add', email);
    await arrive();
    const { page } = visitor;
    await page.goto('/admin');
    await page.locator('input[type=email]').fill(email);
    await page.locator('button[type=submit]').click();
    await page.locator('input[autocomplete=one-time-code]').fill(await readCode(stack, email));
    await page.locator('button[type=submit]').click();
    const tabs = page.getByRole('tab');
    await tabs.nth(1).waitFor();
    for (const [index, name] of ['today', 'orders', 'webhooks', 'actions'].entries()) {
      await tabs.nth(index).click();
      await page.getByRole('tabpanel').locator('p, li, dl').first().waitFor();
      await look(page, `desk-${name}`, sight);
    }
    await tabs.nth(1).click();
    await page.getByRole('switch').click();
    await page.getByRole('tabpanel').locator('li button').first().click();
    await page.getByRole('dialog').getByRole('button').nth(1).waitFor();
    await look(page, 'desk-order', sight);
    await leave();
  }, 60_000);
});
