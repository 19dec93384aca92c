import type { ModelCall } from '../../companion/model-call.js';
import { languageOf, type Language } from '../../language/language-of.js';
import type { SpokenLanguage } from '../../speech/number-words.js';
import { speakable } from '../../speech/speakable.js';
import type { Speaker } from '../../speech/speech.port.js';
import { CALL_LINES } from '../call-lines.js';
import type { RememberedVoice } from './remembered-voice.js';

const LINES = new Set(Object.values(CALL_LINES).flatMap((line) => Object.values(line)));

/** Says the texts of one call aloud. */
export class CallVoice {
  /** @param lines has a voice for what is said again and again */
  constructor(
    private readonly speaker: Speaker,
    private readonly lines: RememberedVoice,
    private readonly note: (call: ModelCall) => void,
  ) {}

  /**
   * @param language of a text in which no word is
   * @returns undefined where there is nothing to be said
   */
  say(text: string, language: Language, signal: AbortSignal): AsyncIterable<Int16Array> | undefined {
    const words = speakable(text, spokenIn(languageOf(text, language)));
    if (words === '') return undefined;
    return (LINES.has(text) ? this.lines : this.speaker).speak(words, { signal, note: this.note });
  }

  /** What is said when something fails should not need what has failed. */
  prepareLines(language: Language, signal: AbortSignal): void {
    for (const line of Object.values(CALL_LINES)) {
      const words = speakable(line[language], spokenIn(language));
      void this.lines.prepare(words, { signal, note: this.note });
    }
  }
}

/** Hinglish is Hindi to a voice. */
const spokenIn = (language: Language): SpokenLanguage => (language === 'english' ? 'en' : 'hi');
