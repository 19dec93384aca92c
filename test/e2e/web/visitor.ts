import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../../tools/chromium.mjs';
import type { Stack } from '../stack.js';
import { mailsTo, readCode } from '../person.js';

/** How somebody looks at the client. */
export interface Sight {
  readonly width: number;
  readonly height: number;
  readonly locale: 'hi-IN' | 'en-IN';
  readonly theme: 'light' | 'dark';
}

export const PHONE: Sight = { width: 360, height: 740, locale: 'hi-IN', theme: 'light' };
export const DESK: Sight = { width: 1280, height: 800, locale: 'en-IN', theme: 'dark' };

/**
 * How screens are looked at, by day; `look` sees the night as well. With `SIGHTS=all` each size in each language: before a
 * release, for somebody who looks at the pictures.
 */
export const SIGHTS: readonly Sight[] =
  process.env['SIGHTS'] === 'all'
    ? [PHONE, { ...PHONE, locale: 'en-IN' }, DESK, { ...DESK, locale: 'hi-IN' }]
    : [PHONE, DESK];

/** What a browser says by itself of an answer that is no success, or of a network that is away. */
const OF_THE_NETWORK = /^Failed to load resource/;

/** @param more arguments of the browser */
export const openBrowser = async (...more: string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: await findChromium((line) => {
      process.stderr.write(`${line}\n`);
    }),
    args: ['--no-sandbox', ...more],
  });

/** Somebody in front of a browser. */
export class Visitor {
  /** What the console should not have said. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly stack: Stack,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    this.listenTo(page);
  }

  static async arrive(browser: Browser, stack: Stack, sight: Sight = PHONE): Promise<Visitor> {
    const isPhone = sight.width < 600;
    const context = await browser.newContext({
      viewport: { width: sight.width, height: sight.height },
      colorScheme: sight.theme,
      isMobile: isPhone,
      hasTouch: isPhone,
      // As it is announced, and where the payment page leads back to: a login belongs to its origin.
      baseURL: `http://localhost:${String(stack.port)}`,
    });
    await context.addInitScript((locale) => {
      if (localStorage.getItem('saathi.locale') === null) localStorage.setItem('saathi.locale', locale);
    }, sight.locale);
    context.setDefaultTimeout(20_000);
    return new Visitor(stack, context, await context.newPage());
  }

  /** Another tab of the same browser. */
  async openTab(path: string): Promise<Page> {
    const tab = await this.context.newPage();
    this.listenTo(tab);
    await tab.goto(path);
    return tab;
  }

  /** Gets a code by mail and hands it in. */
  async signIn(email: string): Promise<void> {
    const { page } = this;
    await page.goto('/');
    await page.locator('input[type=email]').fill(email);
    const before = await mailsTo(this.stack, email);
    await page.locator('button[type=submit]').click();
    await page.locator('input[autocomplete=one-time-code]').fill(await readCode(this.stack, email, before));
  }

  /** Signs in for the first time and says who they are. */
  async join(email: string, persona = 'sweet_supportive'): Promise<void> {
    const { page } = this;
    await this.signIn(email);
    await page.locator('input[autocomplete=given-name]').fill('आशा');
    await page.locator(`[role=radio][value=${persona}]`).click();
    for (const box of await page.locator('input[type=checkbox]').all()) await box.check();
    await page.locator('button[type=submit]').click();
    await page.locator('main#page').waitFor();
  }

  /** Begins a talk, or goes on with the one that is open. */
  async beginTalk(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('button', { name: /शुरू करें|जारी रखें|Start talking|Go on/ }).click();
    await this.page.locator('textarea').waitFor();
  }

  /** Says something and waits for the whole reply. */
  async say(text: string): Promise<void> {
    const { page } = this;
    await page.locator('textarea').fill(text);
    await page.getByRole('button', { name: /^(भेजें|Send)$/ }).click();
    await this.replyIsWhole();
  }

  /** Nothing is being sent or written, and the last word is not the person's. */
  async replyIsWhole(page = this.page): Promise<void> {
    await page.waitForFunction(() => {
      const last = [...document.querySelectorAll('article')].at(-1)?.ariaLabel ?? '';
      return document.querySelector('article[aria-busy=true]') === null && !/^(आप|You)?(,|$)/.test(last);
    });
  }

  /** What is on the screen of a talk, in order. */
  spoken(page = this.page): Promise<string[]> {
    return page.locator('article > div:first-child').allInnerTexts();
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  private listenTo(page: Page): void {
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      const isLoud = ['error', 'warning'].includes(message.type());
      if (isLoud && !OF_THE_NETWORK.test(message.text())) this.complaints.push(message.text());
    });
  }
}
