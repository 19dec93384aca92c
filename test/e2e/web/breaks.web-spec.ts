import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@saathi/testing';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { Stack } from '../stack.js';
import { openBrowser, Visitor } from './visitor.js';

/** Slow enough to break off in the middle. */
const TOKEN_MS = '60';

let stack: Stack;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  [stack, browser] = await Promise.all([
    Stack.start({ STAND_IN_TOKEN_MS: TOKEN_MS, FREE_MESSAGES: '1000' }),
    openBrowser(),
  ]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

afterEach(async () => {
  const { complaints } = visitor;
  await visitor.leave();
  expect(complaints).toEqual([]);
});

const beginTalk = async (): Promise<Page> => {
  visitor = await Visitor.arrive(browser, stack);
  await visitor.join(`${randomUUID()}@example.com`);
  await visitor.beginTalk();
  return visitor.page;
};

const start = async (page: Page, text: string): Promise<void> => {
  await page.locator('textarea').fill(text);
  await page.getByRole('button', { name: 'भेजें', exact: true }).click();
  // Some of the reply is on the screen, and more is to come.
  await page.locator('article[aria-busy=true]').filter({ hasNotText: text }).waitFor();
};

/** What the gateway says was said. */
const stored = async (page: Page): Promise<string[]> => {
  const id = page.url().split('/').pop() ?? '';
  const answer = page.waitForResponse((response) => response.url().endsWith(`/${id}/transcript`));
  await page.reload();
  const { messages } = (await (await answer).json()) as { messages: { text: string }[] };
  return messages.map(({ text }) => text);
};

const SAID = 'आज का दिन लंबा था, थोड़ा सुन लो';

describe('a reply under way', () => {
  it('goes on after a reload, without a character lost or doubled', async () => {
    const page = await beginTalk();
    await start(page, SAID);
    await page.reload();
    await visitor.replyIsWhole();
    const shown = await visitor.spoken();
    expect(shown).toHaveLength(2);
    expect(shown).toEqual(await stored(page));
  }, 90_000);

  it('goes on after a network that was away for ten seconds', async () => {
    const page = await beginTalk();
    await start(page, SAID);
    await visitor.context.setOffline(true);
    await page.waitForTimeout(10_000);
    await visitor.context.setOffline(false);
    await visitor.replyIsWhole();
    const shown = await visitor.spoken();
    expect(shown).toHaveLength(2);
    expect(shown).toEqual(await stored(page));
  }, 90_000);

  it('is sent as soon as there is a network, and once only', async () => {
    const page = await beginTalk();
    await visitor.context.setOffline(true);
    await page.locator('textarea').fill(SAID);
    await page.getByRole('button', { name: 'भेजें', exact: true }).click();
    await page.getByText('इंटरनेट टूट गया').waitFor();
    await visitor.context.setOffline(false);
    await visitor.replyIsWhole();
    expect((await stored(page)).filter((text) => text === SAID)).toHaveLength(1);
  }, 90_000);

  it('shows itself in another tab, and both end with the same words', async () => {
    const page = await beginTalk();
    const other = await visitor.openTab(page.url());
    await other.locator('textarea').waitFor();
    await start(page, SAID);
    await Promise.all([visitor.replyIsWhole(), visitor.replyIsWhole(other)]);
    expect(await visitor.spoken(other)).toEqual(await visitor.spoken(page));
    expect(await visitor.spoken(page)).toEqual(await stored(page));
  }, 90_000);

  it('can be stopped and made again', async () => {
    const page = await beginTalk();
    await start(page, SAID);
    await page.getByRole('button', { name: 'रोकें' }).click();
    await page.getByRole('button', { name: 'फिर से जवाब लें' }).click();
    await page.locator('article[aria-busy=true]').waitFor();
    await visitor.replyIsWhole();
    expect(await visitor.spoken()).toHaveLength(2);
  }, 90_000);
});

describe('several tabs of one login', () => {
  it('never sign each other out, even when all of them renew it at once', async () => {
    const page = await beginTalk();
    const tabs = [page, await visitor.openTab('/'), await visitor.openTab('/summary')];
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(tabs.map((tab) => tab.reload()));
      await Promise.all(tabs.map((tab) => tab.locator('main').waitFor()));
    }
    await tabs[1]?.goto('/settings');
    await tabs[1]?.getByText('यही').waitFor();
    expect(await page.locator('input[type=email]').count()).toBe(0);
  }, 90_000);

  it('all leave when one signs out', async () => {
    const page = await beginTalk();
    const other = await visitor.openTab('/settings');
    await other.getByRole('button', { name: 'साइन आउट', exact: true }).click();
    await page.locator('input[type=email]').waitFor();
  }, 60_000);
});

describe('without a network', () => {
  it('the client opens, and nothing that the API said was kept for it', async () => {
    const page = await beginTalk();
    await visitor.say('यह कहीं और न रहे');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.locator('article').first().waitFor();
    const kept = await page.evaluate(async () => {
      const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
      return (await Promise.all(caches.map((cache) => cache.keys())))
        .flat()
        .map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/');
    expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);
    await visitor.context.setOffline(true);
    await page.goto('/');
    await page.getByRole('navigation').waitFor();
  }, 90_000);
});

describe('a talk of ten thousand messages', () => {
  it('is opened at its end and can be read up to its beginning, with few of them in the page', async () => {
    const page = await beginTalk();
    const id = page.url().split('/').pop() ?? '';
    await stack.database.rows(
      `INSERT INTO messages (id, user_id, session_id, role, text, created_at)
       SELECT gen_random_uuid(), s.user_id, s.id, (CASE WHEN n % 2 = 0 THEN 'ai' ELSE 'user' END)::message_role_enum,
         'बात ' || n, s.started_at + n * interval '1 second'
       FROM sessions s, generate_series(1, 10000) n WHERE s.id = $1`,
      [id],
    );
    await page.reload();
    await page.getByText('बात 10000', { exact: true }).waitFor();
    expect(await page.locator('article').count()).toBeLessThan(60);
    await page.getByRole('log').evaluate((log) => {
      log.scrollTo({ top: 0 });
    });
    await eventually(async () => {
      expect(await page.getByText('बात 1', { exact: true }).count()).toBe(1);
    });
    expect(await page.locator('article').count()).toBeLessThan(60);
    await page.getByRole('button', { name: 'नीचे जाएँ' }).click();
    await page.getByText('बात 10000', { exact: true }).waitFor();
  }, 120_000);
});
