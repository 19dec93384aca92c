import type { Page } from 'playwright-core';

/** Gives a browser ears that hear what `hear` tells them, and a voice that takes a tenth of a second. */
export const giveEarsAndVoice = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    class Ears extends EventTarget {
      onresult: ((event: object) => void) | null = null;
      start(): void {
        Object.assign(window, {
          hear: (transcript: string, isFinal: boolean) =>
            this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript }], { isFinal })] }),
        });
      }
      stop(): void {
        Object.assign(window, { hear: () => undefined });
      }
    }
    Object.assign(window, { SpeechRecognition: Ears, webkitSpeechRecognition: Ears });
    SpeechSynthesis.prototype.speak = (utterance) => {
      setTimeout(() => utterance.dispatchEvent(new Event('end')), 100);
    };
  });
};

export const hear = (page: Page, words: string, isFinal = true): Promise<void> =>
  page.evaluate(
    ([text, final]) => {
      const { hear } = window as unknown as { hear: (text: string, isFinal: boolean) => void };
      hear(text, final);
    },
    [words, isFinal] as const,
  );
