import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { Stack } from '../stack.js';
import { giveEarsAndVoice, hear } from './browser-ears.js';
import { hindrances } from './hindrances.js';
import { openBrowser, Visitor } from './visitor.js';

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([Stack.start(), openBrowser()]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

describe('a call where the browser hears and speaks', () => {
  it('shows what is said on both sides, can be muted, and leaves its words and how long it was', async () => {
    const visitor = await Visitor.arrive(browser, stack);
    const { page } = visitor;
    await giveEarsAndVoice(page);
    await visitor.join(`${randomUUID()}@example.com`);
    await page.goto('/call');
    await page.getByRole('button', { name: 'कॉल शुरू करें' }).click();
    const status = page.getByRole('status').filter({ hasText: /सुन रहा है/ });
    const captions = page.getByRole('log', { name: 'कही गई बातें' });
    await status.waitFor();
    await page.getByText(/मुफ़्त बाक़ी/).waitFor();
    await page.getByText(/साथी एक AI है/).waitFor();

    await hear(page, 'आज ऑफ़िस में', false);
    await hear(page, 'आज ऑफ़िस में बहुत तनाव था, बॉस ने सबके सामने डाँटा');
    await captions.getByText('आज ऑफ़िस में बहुत तनाव था, बॉस ने सबके सामने डाँटा').waitFor();
    await captions.locator('p').nth(1).waitFor();
    await status.waitFor();
    expect(await hindrances(page)).toEqual([]);

    await page.getByRole('button', { name: 'माइक बंद करें' }).click();
    await hear(page, 'यह किसी के लिए नहीं था');
    await page.getByRole('button', { name: 'माइक चालू करें' }).click();
    for (const [index, words] of [
      'मुझे ना बोलना नहीं आता, सब काम ले लेती हूँ',
      'मुझे ईमानदार और धैर्य वाले लोग पसंद हैं। कल बॉस के साथ मीटिंग है',
    ].entries()) {
      await hear(page, words);
      await captions
        .locator('p')
        .nth(2 * index + 3)
        .waitFor();
      await status.waitFor();
    }
    const said = await captions.locator('p').allInnerTexts();
    expect(said).toHaveLength(6);
    expect(said.join(' ')).not.toContain('यह किसी के लिए नहीं था');

    await page.getByRole('button', { name: 'कॉल काटें' }).click();
    await page.getByText('कॉल ख़त्म हुई').waitFor();
    await page.getByText(/बात हुई/).waitFor();
    expect(await hindrances(page)).toEqual([]);
    await page.getByRole('link', { name: 'बातचीत देखें' }).click();
    await page.locator('article').nth(5).waitFor();
    expect((await visitor.spoken()).map((text) => text.trim())).toEqual(said);
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  }, 120_000);
});
