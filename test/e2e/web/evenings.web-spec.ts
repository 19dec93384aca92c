import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { mailsTo, readCode } from '../person.js';
import { Stack } from '../stack.js';
import { openBrowser, PHONE, Visitor } from './visitor.js';

const FREE_MESSAGES = 8;
const EVENING = [
  'आज ऑफ़िस में बहुत तनाव था, बॉस ने सबके सामने डाँटा',
  'मुझे ना बोलना नहीं आता, सब काम ले लेती हूँ',
  'मुझे ईमानदार और धैर्य वाले लोग पसंद हैं। कल बॉस के साथ मीटिंग है',
];
const DEVANAGARI_ZERO = 0x966;

let stack: Stack;
let browser: Browser;
let visitor: Visitor;
const visitors: Visitor[] = [];

const arrive = async (sight = PHONE): Promise<Visitor> => {
  visitor = await Visitor.arrive(browser, stack, sight);
  visitors.push(visitor);
  return visitor;
};
const newAddress = (): string => `${randomUUID()}@example.com`;

beforeAll(async () => {
  [stack, browser] = await Promise.all([
    Stack.start({ FREE_MESSAGES: String(FREE_MESSAGES), OTP_RESEND_SECONDS: '2' }),
    openBrowser(),
  ]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

afterEach(async () => {
  const complaints = visitors.flatMap((one) => one.complaints);
  await Promise.all(visitors.splice(0).map((one) => one.leave()));
  expect(complaints).toEqual([]);
});

describe('signing in', () => {
  it('takes a code in Devanagari digits, pasted with the words around it, and tells a wrong one kindly', async () => {
    const { page } = await arrive();
    const email = newAddress();
    await page.goto('/');
    await page.locator('input[type=email]').fill(email);
    await page.locator('button[type=submit]').click();
    const box = page.locator('input[autocomplete=one-time-code]');
    await box.fill('000000');
    expect(await page.getByRole('alert').innerText()).toContain('कोड ग़लत है');
    const code = await readCode(stack, email);
    const digits = [...code].map((digit) => String.fromCodePoint(DEVANAGARI_ZERO + Number(digit))).join('');
    await box.fill(`आपका कोड ${digits}`);
    await page.locator('input[autocomplete=given-name]').waitFor();
  }, 60_000);

  it('sends another code when the wait is over', async () => {
    const { page } = await arrive();
    const email = newAddress();
    await page.goto('/');
    await page.locator('input[type=email]').fill(email);
    await page.locator('button[type=submit]').click();
    await readCode(stack, email);
    await page.getByRole('button', { name: 'कोड फिर भेजें', exact: true }).click();
    await eventually(async () => {
      expect(await mailsTo(stack, email)).toBe(2);
    }, 10_000);
  }, 60_000);
});

describe('the evenings', () => {
  it('lead from a code to a talk, its summary, and a companion who remembers the next time', async () => {
    const { page } = await arrive();
    await visitor.join(newAddress());
    await visitor.beginTalk();
    for (const text of EVENING) await visitor.say(text);
    await page.getByRole('button', { name: 'ख़त्म करें' }).click();
    await page.getByRole('link', { name: 'आईना देखें' }).click();
    const ring = page.getByRole('img', { name: /साथी आपको \d+% समझता है/ });
    await ring.waitFor();
    const before = await ring.getAttribute('aria-label');
    await page.getByRole('button', { name: 'किस बात से लगा?' }).nth(1).click();
    await page.getByText(EVENING[2] ?? '').waitFor();

    await page.goto('/');
    await page.getByRole('button', { name: 'मीटिंग' }).first().click();
    await page.locator('textarea').waitFor();
    for (const text of ['मीटिंग ठीक रही, मैंने ना बोला!', 'मुझे भरोसेमंद लोग पसंद हैं', 'कल माँ आ रही हैं'])
      await visitor.say(text);
    await page.getByRole('button', { name: 'ख़त्म करें' }).click();
    await page.getByRole('link', { name: 'आईना देखें' }).click();
    await ring.waitFor();
    await eventually(async () => {
      expect(await ring.getAttribute('aria-label')).not.toBe(before);
    });
    await page.goto('/companion');
    await page.getByText('बातचीत से सीखा').first().waitFor();
  }, 120_000);

  it('let people say what is not them, and take it back', async () => {
    const { page } = await arrive();
    await visitor.join(newAddress());
    await visitor.beginTalk();
    for (const text of EVENING) await visitor.say(text);
    await page.getByRole('button', { name: 'ख़त्म करें' }).click();
    await page.getByRole('link', { name: 'आईना देखें' }).click();
    await page.getByRole('button', { name: '“धैर्य” के विकल्प' }).click();
    await page.getByRole('menuitem', { name: 'यह मैं नहीं' }).click();
    await page.getByText('जो आपने कहा कि “यह मैं नहीं”').waitFor();
    expect(await page.getByRole('button', { name: '“धैर्य” के विकल्प' }).count()).toBe(0);
    await page.getByRole('button', { name: 'पहले जैसा रहने दें' }).click();
    await page.getByRole('button', { name: '“धैर्य” के विकल्प' }).waitFor();
  }, 90_000);
});

describe('the end of what is free', () => {
  it('keeps what was written, lets one pay, and goes on where it stopped', async () => {
    const { page } = await arrive();
    await visitor.join(newAddress());
    await visitor.beginTalk();
    for (let said = 0; said < FREE_MESSAGES; said += 1) await visitor.say(`बात ${String(said)}`);
    await page.locator('textarea').fill('एक बात और');
    await page.getByRole('button', { name: 'भेजें', exact: true }).click();
    await page.getByRole('dialog').getByText('मुफ़्त संदेश पूरे हुए').waitFor();
    await page.getByRole('button', { name: '₹49 में लें' }).click();
    await page.getByRole('button', { name: /भुगतान करें/ }).click();
    await page.getByRole('heading', { name: 'पास शुरू हो गया' }).waitFor();
    await visitor.beginTalk();
    expect(await page.locator('textarea').inputValue()).toBe('एक बात और');
    await visitor.say('एक बात और');
  }, 120_000);
});

describe('somebody in danger', () => {
  it('is shown whom to call, a tap away', async () => {
    const { page } = await arrive();
    await visitor.join(newAddress());
    await visitor.beginTalk();
    await visitor.say('मैं मर जाना चाहती हूँ');
    const call = page.getByRole('link', { name: /14416/ });
    expect(await call.getAttribute('href')).toBe('tel:14416');
    await page.reload();
    expect(await call.getAttribute('href')).toBe('tel:14416');
  }, 60_000);

  it('is not shown the card because a number is mentioned', async () => {
    const { page } = await arrive();
    await visitor.join(newAddress());
    await visitor.beginTalk();
    await fetch(`${stack.model}/__faults`, {
      method: 'POST',
      body: JSON.stringify({ mode: 'says', text: 'मेरा पिन 14416 नहीं है।', times: 1, match: 'chat' }),
    });
    await visitor.say('कैसे हो?');
    await page.getByText('मेरा पिन 14416 नहीं है।', { exact: true }).waitFor();
    expect(await page.getByRole('link', { name: /14416/ }).count()).toBe(0);
  }, 60_000);
});

describe('an answer that is wrong', () => {
  it('can be reported, with a reason and words of one’s own', async () => {
    const { page } = await arrive();
    await visitor.join(newAddress());
    await visitor.beginTalk();
    await visitor.say('कैसे हो?');
    await page.getByRole('log').getByRole('button', { name: /विकल्प/ }).last().click();
    await page.getByRole('menuitem', { name: /शिकायत/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('झूठ या मनगढ़ंत').click();
    await dialog.getByRole('textbox').fill('यह मैंने कभी नहीं कहा');
    await dialog.getByRole('button', { name: 'भेजें' }).click();
    await page.getByText('शिकायत पहुँच गई').waitFor();
    const reports = await stack.database.rows('SELECT reason, note FROM message_reports');
    expect(reports).toEqual([{ reason: 'untrue', note: 'यह मैंने कभी नहीं कहा' }]);
  }, 60_000);
});

describe('what is remembered', () => {
  it('can be added, corrected, kept in mind, found and forgotten', async () => {
    const { page } = await arrive();
    await visitor.join(newAddress());
    await page.goto('/memories');
    await page.getByLabel('कुछ याद दिलाएँ').fill('मेरी बहन का नाम मीरा है');
    await page.getByRole('button', { name: 'याद रखें' }).click();
    await page.getByText('मेरी बहन का नाम मीरा है', { exact: true }).waitFor();
    const choose = async (what: string): Promise<void> => {
      await page.getByRole('button', { name: /के विकल्प/ }).click();
      await page.getByRole('menuitem', { name: what, exact: true }).click();
    };
    await choose('सुधारें');
    await page.getByRole('dialog').getByRole('textbox').fill('मेरी बहन का नाम मीना है');
    await page.getByRole('dialog').getByRole('button', { name: 'याद रखें' }).click();
    await page.getByText('मेरी बहन का नाम मीना है', { exact: true }).waitFor();
    await choose('हमेशा ध्यान में रखें');
    await page.getByText('हमेशा ध्यान में', { exact: true }).waitFor();
    await choose('भुला दें');
    await page.getByRole('alertdialog').getByRole('button', { name: 'भुला दें' }).click();
    await page.getByText('अभी कोई याद नहीं').waitFor();
    await visitor.beginTalk();
    await visitor.say('कल मसूरी जाना है');
    await page.goto('/memories');
    await page.getByLabel('अपनी बातों में खोजें').fill('masoori');
    await page
      .getByRole('list', { name: 'मिली हुई बातें' })
      .getByText('कल मसूरी जाना है', { exact: true })
      .waitFor();
  }, 90_000);

  it('is nothing of a talk off the record', async () => {
    const { page } = await arrive();
    await visitor.join(newAddress());
    await page.getByRole('button', { name: 'बिना याद रखे बात करें' }).click();
    await page.getByText('यह बात याद नहीं रखी जाएगी').waitFor();
    for (const text of EVENING) await visitor.say(text);
    await page.getByRole('button', { name: 'ख़त्म करें' }).click();
    await page.getByText('फिर मिलेंगे').waitFor();
    await page.goto('/summary');
    await page.getByText('आईना अभी ख़ाली है').waitFor();
  }, 90_000);
});

describe('what belongs to people', () => {
  it('can be taken along and deleted for good', async () => {
    const { page } = await arrive();
    const email = newAddress();
    await visitor.join(email);
    await visitor.beginTalk();
    await visitor.say('मेरी बिल्ली का नाम मोती है');
    await page.goto('/settings');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'सब कुछ ले जाएँ (JSON)' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('मोती');
    await page.getByRole('button', { name: 'खाता मिटाएँ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('मिटाएँ');
    await dialog.getByRole('button', { name: 'खाता मिटाएँ' }).click();
    await dialog.getByText('आपकी रसीद').waitFor();
    await dialog.getByRole('button', { name: 'ठीक है' }).click();
    await visitor.signIn(email);
    await page.locator('input[autocomplete=given-name]').waitFor();
  }, 90_000);

  it('can be deleted message by message', async () => {
    const { page } = await arrive();
    await visitor.join(newAddress());
    await visitor.beginTalk();
    await visitor.say('यह मिटना चाहिए');
    await page.getByRole('button', { name: 'संदेश के विकल्प' }).first().click();
    await page.getByRole('menuitem', { name: 'मिटाएँ' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'मिटाएँ' }).click();
    await page.getByText('संदेश मिट गया').waitFor();
    await page.reload();
    await page.locator('article').first().waitFor();
    expect(await visitor.spoken()).not.toContain('यह मिटना चाहिए');
  }, 60_000);
});
