import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { bytesOf, wavHeader } from '../../../stand-ins/voice/sound/wav.js';
import { recorded } from '../../../stand-ins/voice/utterances.js';
import { startVoiceStandIn, type VoiceStandIn } from '../../../stand-ins/voice/voice-stand-in.js';
import { Stack } from '../stack.js';
import { look } from './look.js';
import { openBrowser, PHONE, Visitor } from './visitor.js';

const RATE = 16_000;

let voice: VoiceStandIn;
let stack: Stack;
let browser: Browser;
let folder: string;

const silence = (seconds: number): Int16Array => new Int16Array(seconds * RATE);

const said = (id: string) => {
  const found = recorded().find((utterance) => utterance.id === id);
  if (found === undefined) throw new Error(`${id} was not recorded`);
  return found;
};

/** What the microphone hears: somebody who says hello, listens, and takes leave. */
const heard = [said('hi-hello'), said('hi-bye')];
const QUIET_SECONDS = 12;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saathi-microphone-'));
  const microphone = join(folder, 'microphone.wav');
  const sound = Buffer.concat(
    [silence(2), ...heard.flatMap(({ samples }) => [samples, silence(QUIET_SECONDS)])].map(bytesOf),
  );
  await writeFile(microphone, Buffer.concat([wavHeader(RATE, sound.length), sound]));
  voice = await startVoiceStandIn({ first_sound_ms: 80, speed: 8 });
  [stack, browser] = await Promise.all([
    // A server of speech that is not the stand-in of `npm start`: the browser leaves hearing to it.
    Stack.start({
      SPEECH_BASE_URL: voice.base_url,
      SPEECH_API_KEY: 'any',
      OPENAI_TRANSCRIBE_MODEL: 'ear',
      OPENAI_SPEECH_MODEL: 'mouth',
    }),
    openBrowser(
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${microphone}%noloop`,
      '--autoplay-policy=no-user-gesture-required',
    ),
  ]);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await stack.stop();
  await voice.close();
  await rm(folder, { recursive: true });
});

describe('a call where the server hears and speaks', () => {
  it('carries what the microphone hears, and leaves it in the talk', async () => {
    const visitor = await Visitor.arrive(browser, stack);
    const { page } = visitor;
    await visitor.context.grantPermissions(['microphone']);
    await visitor.join(`${randomUUID()}@example.com`);
    await page.goto('/call');
    await page.getByRole('button', { name: 'कॉल शुरू करें' }).click();
    const captions = page.getByRole('log', { name: 'कही गई बातें' });
    await captions.getByText(heard[0]?.text ?? '').waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /बोल रहा है/ })
      .waitFor();
    await look(page, 'call-sound', PHONE);
    await captions.getByText(heard[1]?.text ?? '').waitFor();
    await captions.locator('p').nth(3).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /सुन रहा है/ })
      .waitFor();
    const shown = await captions.locator('p').allInnerTexts();
    await page.getByRole('button', { name: 'कॉल काटें' }).click();
    await page.getByText('कॉल ख़त्म हुई').waitFor();
    await page.getByRole('link', { name: 'बातचीत देखें' }).click();
    await page.locator('article').nth(3).waitFor();
    expect((await visitor.spoken()).map((text) => text.trim())).toEqual(shown);
    expect(shown).toHaveLength(4);
    expect(shown.filter((_, index) => index % 2 === 0)).toEqual(heard.map(({ text }) => text));
    await visitor.leave();
    expect(visitor.complaints).toEqual([]);
  }, 120_000);
});
