import { expect } from '@jest/globals';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { dataFolder } from '../../../tools/places.mjs';
import { hindrances } from './hindrances.js';
import type { Sight } from './visitor.js';

const SHOTS = join(dataFolder, 'screenshots');

/** Looks at a screen by day and by night: takes its picture, and finds what keeps people out or leads beyond its edge. */
export const look = async (page: Page, name: string, { width, locale, theme }: Sight): Promise<void> => {
  await page.locator('[role=status] .animate-breathe').first().waitFor({ state: 'detached' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await hindrances(page)).toEqual([]);
    await page.screenshot({ path: join(SHOTS, `${name}-${String(width)}-${locale}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: theme });
  const [inner, full] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(full).toBeLessThanOrEqual(inner);
};
