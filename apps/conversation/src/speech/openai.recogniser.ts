import { ModelConnection } from '../companion/model-connection.js';
import type { ModelPrice } from '../companion/model-price.js';
import { estimateTokens } from '../personas/estimate-tokens.js';
import { askTwice } from './ask-twice.js';
import { LimitedWait } from './limited-wait.js';
import { formRequest } from './multipart.js';
import { MICROPHONE_RATE } from './rates.js';
import type { SpeechAddress } from './speech-address.js';
import { SpeechCall } from './speech-call.js';
import { Recogniser, type RecogniseOptions, type Transcription } from './speech.port.js';
import { stretchesOf } from './stretches.js';
import { readTranscription, type TranscriptionAnswer } from './transcription-answer.js';
import { writeWav } from './wav.js';

const ANSWER_LIMIT_MS = 4000;
/** What a second of speech is counted as, where the model does not say. */
const TOKENS_PER_SECOND = 10;

/** A recogniser behind an OpenAI-compatible address. */
export class OpenAiRecogniser extends Recogniser {
  private readonly connection: ModelConnection;

  constructor(
    private readonly address: SpeechAddress,
    private readonly price: ModelPrice | undefined,
  ) {
    super();
    this.connection = new ModelConnection(address.base_url, address.api_key);
  }

  async transcribe(audio: Int16Array, options: RecogniseOptions): Promise<Transcription> {
    const answers = await Promise.all(
      stretchesOf(audio).map((stretch) => askTwice((fresh) => this.ask(stretch, options, fresh))),
    );
    const language = answers.find((answer) => answer.language !== undefined)?.language;
    const text = answers.map((answer) => answer.text).join(' ');
    return { text: text.trim(), ...(language === undefined ? {} : { language }) };
  }

  private async ask(
    audio: Int16Array,
    { signal, note, ...hints }: RecogniseOptions,
    fresh: boolean,
  ): Promise<TranscriptionAnswer> {
    const call = new SpeechCall('transcription', this.address.transcribe_model, this.price);
    const wait = new LimitedWait(signal);
    let answer: TranscriptionAnswer | undefined;
    try {
      answer = await wait.until(ANSWER_LIMIT_MS, 'no transcription came in time', async () =>
        readTranscription(
          await this.connection.ask('/audio/transcriptions', this.form(audio, hints, fresh), wait.signal),
        ),
      );
      call.heard();
      call.outcome = 'whole';
      return answer;
    } catch (error) {
      if (signal.aborted) call.outcome = 'stopped';
      throw error;
    } finally {
      wait.close();
      note(call.over(answer?.usage ?? guess(audio, answer?.text ?? ''), answer?.usage === undefined));
    }
  }

  private form(audio: Int16Array, hints: Pick<RecogniseOptions, 'language' | 'prompt'>, fresh: boolean) {
    const { language, prompt } = hints;
    const fields = {
      model: this.address.transcribe_model,
      response_format: 'json',
      // Only the language itself: `hi` of `hi-IN`.
      ...(language === undefined ? {} : { language: language.split('-')[0] ?? language }),
      ...(prompt === undefined ? {} : { prompt }),
    };
    const bytes = writeWav({ samples: audio, rate: MICROPHONE_RATE });
    return { ...formRequest(fields, { name: 'speech.wav', type: 'audio/wav', bytes }), fresh };
  }
}

const guess = (audio: Int16Array, text: string) => ({
  tokens_in: Math.ceil((audio.length / MICROPHONE_RATE) * TOKENS_PER_SECOND),
  tokens_cached: 0,
  tokens_out: estimateTokens(text),
});
