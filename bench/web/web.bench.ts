import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { Stack } from '../../test/e2e/stack.js';
import { openBrowser, Visitor } from '../../test/e2e/web/visitor.js';

// `npm run bench:web` prints how soon a reply is on the screen, and how evenly a long talk scrolls.
const TURNS = 20;
const MESSAGES = 10_000;
const SCROLL_SECONDS = 6;

let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  [stack, browser] = await Promise.all([
    Stack.start({ FREE_MESSAGES: '1000', STAND_IN_TOKEN_MS: '20' }),
    openBrowser(),
  ]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

const told = (name: string, values: readonly number[]): void => {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  process.stdout.write(`${name}: p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)} ms\n`);
};

/** Notes when the first words of a reply come out of the network, and when they have been painted. */
const watchFirstWords = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const waits: number[] = [];
    Object.assign(window, { waits });
    let cameAt: number | undefined;
    const decoder = new TextDecoder();
    const ask = window.fetch.bind(window);
    window.fetch = async (...request) => {
      const answer = await ask(...request);
      const isStream = answer.headers.get('content-type')?.includes('event-stream') === true;
      if (answer.body === null || !isStream) return answer;
      const noted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform: (bytes, controller) => {
          const text = decoder.decode(bytes);
          if (text.includes('event: delta')) cameAt ??= performance.now();
          if (text.includes('event: done')) cameAt = undefined;
          controller.enqueue(bytes);
        },
      });
      return new Response(answer.body.pipeThrough(noted), answer);
    };
    let isPainted = true;
    new MutationObserver(() => {
      const reply = document.querySelector('article[aria-busy=true]');
      if (reply === null) isPainted = false;
      else if (!isPainted && cameAt !== undefined && reply.textContent.trim() !== '') {
        isPainted = true;
        const from = cameAt;
        // A frame is on the screen when the next one begins.
        requestAnimationFrame(() => requestAnimationFrame(() => waits.push(performance.now() - from)));
      }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
};

describe('the web client', () => {
  it('shows the first words of a reply', async () => {
    const visitor = await Visitor.arrive(browser, stack);
    const { page } = visitor;
    await watchFirstWords(page);
    await visitor.join(`${randomUUID()}@example.com`);
    await visitor.beginTalk();
    for (let turn = 0; turn < TURNS; turn += 1) await visitor.say(`बात ${String(turn)}`);
    const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits);
    expect(waits.length).toBeGreaterThan(TURNS / 2);
    told('from the network to the screen', waits);
    await visitor.leave();
  }, 180_000);

  it(`scrolls through ${String(MESSAGES)} messages`, async () => {
    const visitor = await Visitor.arrive(browser, stack);
    const { page } = visitor;
    await visitor.join(`${randomUUID()}@example.com`);
    await visitor.beginTalk();
    await stack.database.rows(
      `INSERT INTO messages (id, user_id, session_id, role, text, created_at)
       SELECT gen_random_uuid(), s.user_id, s.id, (CASE WHEN n % 2 = 0 THEN 'ai' ELSE 'user' END)::message_role_enum,
         repeat('बात ' || n || ' ', 1 + n % 12), s.started_at + n * interval '1 second'
       FROM sessions s, generate_series(1, ${String(MESSAGES)}) n WHERE s.id = $1`,
      [page.url().split('/').pop()],
    );
    await page.reload();
    await page.locator('article').first().waitFor();
    const frames = await page.getByRole('log').evaluate(async (log, seconds) => {
      const gaps: number[] = [];
      let last = performance.now();
      for (const end = last + seconds * 1000; last < end;) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        log.scrollTop -= 60;
        const now = performance.now();
        gaps.push(now - last);
        last = now;
      }
      return gaps;
    }, SCROLL_SECONDS);
    told(`between two of ${String(frames.length)} frames`, frames);
    await visitor.leave();
  }, 120_000);
});
