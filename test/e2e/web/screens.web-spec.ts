import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { Person, readCode } from '../person.js';
import { Stack } from '../stack.js';
import { look } from './look.js';
import { DESK, openBrowser, SIGHTS, Visitor } from './visitor.js';

let stack: Stack;
let browser: Browser;
let email: string;
let talk: string;

beforeAll(async () => {
  [stack, browser] = await Promise.all([Stack.start(), openBrowser()]);
  const person = await Person.join(stack, { name: 'आशा' });
  email = person.email;
  const evening = await person.spendEvening([
    'आज ऑफ़िस में बहुत तनाव था, बॉस ने सबके सामने डाँटा',
    'मुझे ना बोलना नहीं आता, सब काम ले लेती हूँ',
    'मुझे ईमानदार और धैर्य वाले लोग पसंद हैं। कल बॉस के साथ मीटिंग है',
  ]);
  await person.spendEvening(['मीटिंग ठीक रही', 'मुझे भरोसेमंद लोग पसंद हैं', 'कल माँ आ रही हैं']);
  talk = evening.body.id;
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

const SCREENS = [
  '/',
  '/summary',
  '/memories',
  '/companion',
  '/passes',
  '/call',
  '/settings',
  '/notice',
  '/admin',
];

describe.each(SIGHTS)('the screens at $width in $locale, by day and by night', (sight) => {
  it('keep nobody out, are as wide as the window, and say nothing to the console', async () => {
    const visitor = await Visitor.arrive(browser, stack, sight);
    const { page } = visitor;
    await page.goto('/');
    await page.locator('input[type=email]').waitFor();
    await look(page, 'sign-in', sight);
    await visitor.signIn(email);
    await page.locator('main#page h1').waitFor();
    for (const screen of [...SCREENS, `/chat/${talk}`]) {
      await page.goto(screen);
      await page.locator('h1').first().waitFor();
      await look(page, screen.split('/')[1] === '' ? 'home' : (screen.split('/')[1] ?? ''), sight);
    }
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  }, 180_000);
});

describe('without a mouse', () => {
  it('one signs in, begins a talk, says something, ends it and reads the summary', async () => {
    const visitor = await Visitor.arrive(browser, stack, { ...DESK, locale: 'hi-IN' });
    const { page } = visitor;
    const { keyboard } = page;
    const address = `${randomUUID()}@example.com`;
    await page.goto('/');
    await page.locator('input[type=email]').waitFor();
    await tabTo(page, 'आपका ईमेल');
    await keyboard.type(address);
    await keyboard.press('Enter');
    await page.locator('input[autocomplete=one-time-code]').waitFor();
    await keyboard.type(await readCode(stack, address));
    await page.locator('input[autocomplete=given-name]').waitFor();
    await tabTo(page, 'किस नाम से बुलाएँ?');
    await keyboard.type('आशा');
    await tabTo(page, 'कमल');
    // The focus follows a moment later, while the key is down: whoever tabs on before is taken back.
    await keyboard.down('ArrowDown');
    await page.locator('[role=radio][aria-checked=true]:focus', { hasText: 'पतंग' }).waitFor();
    await keyboard.up('ArrowDown');
    await tabTo(page, 'मेरी उम्र 18');
    await keyboard.press('Space');
    await tabTo(page, 'मैं सहमत हूँ');
    await keyboard.press('Space');
    await tabTo(page, 'शुरू करें');
    await keyboard.press('Enter');
    await page.locator('main#page h1').waitFor();
    await tabTo(page, 'बात शुरू करें');
    await keyboard.press('Enter');
    await page.locator('textarea').waitFor();
    for (const [index, text] of ['आज थकान है', 'मुझे शांत लोग पसंद हैं', 'कल छुट्टी है'].entries()) {
      await tabTo(page, 'अपनी बात लिखें');
      await keyboard.type(text);
      await keyboard.press('Enter');
      await page.waitForFunction(
        (count) => document.querySelectorAll('article[aria-busy=false]').length === count,
        2 * (index + 1),
      );
    }
    await tabTo(page, 'ख़त्म करें');
    await keyboard.press('Enter');
    await page.getByRole('link', { name: 'आईना देखें' }).waitFor();
    await tabTo(page, 'आईना देखें');
    await keyboard.press('Enter');
    await page.getByRole('img', { name: /% समझता है/ }).waitFor();
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  }, 120_000);
});

const MOST_TABS = 60;

/** Presses Tab until something of this name has the focus. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const names = await page.evaluate(() => {
      const { activeElement } = document;
      const labels = activeElement instanceof HTMLInputElement ? [...(activeElement.labels ?? [])] : [];
      return [
        activeElement?.getAttribute('aria-label'),
        activeElement?.textContent,
        ...labels.map((one) => one.textContent),
      ];
    });
    if (names.some((one) => one?.startsWith(name) === true)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
};

describe('Devanagari', () => {
  it('is drawn with the fonts that the client brings', async () => {
    const visitor = await Visitor.arrive(browser, stack);
    await visitor.page.goto('/');
    await visitor.page.locator('input[type=email]').waitFor();
    const loaded = await visitor.page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
    });
    expect(loaded.join()).toContain('Noto Sans Devanagari Variable');
    expect(loaded.join()).toContain('Tiro Devanagari Hindi');
    await visitor.leave();
  }, 60_000);
});
