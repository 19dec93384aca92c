import { ModelConnection, jsonRequest } from '../companion/model-connection.js';
import { ModelFailure } from '../companion/model-failure.js';
import type { ModelPrice } from '../companion/model-price.js';
import { estimateTokens } from '../personas/estimate-tokens.js';
import { askTwice } from './ask-twice.js';
import { VOICE_RATE } from './rates.js';
import type { SpeechAddress } from './speech-address.js';
import { SpeechCall } from './speech-call.js';
import { Speaker, type SpeakOptions } from './speech.port.js';
import { SpokenAnswer } from './spoken-answer.js';

/** What a second of a voice is counted as, where the model does not say. */
const TOKENS_PER_SECOND = 20;

type Begun = { readonly answer: SpokenAnswer; readonly call: SpeechCall; readonly first: Int16Array };

/** A voice behind an OpenAI-compatible address. */
export class OpenAiSpeaker extends Speaker {
  private readonly connection: ModelConnection;
  /** Bare samples can be played as they come; some servers only know WAV. */
  private format: 'pcm' | 'wav' = 'pcm';

  /** @param voice the one that speaks unless another is named */
  constructor(
    private readonly address: SpeechAddress,
    private readonly voice: string,
    private readonly price: ModelPrice | undefined,
  ) {
    super();
    this.connection = new ModelConnection(address.base_url, address.api_key);
  }

  async *speak(text: string, options: SpeakOptions): AsyncIterable<Int16Array> {
    const { answer, call, first } = await askTwice((fresh) => this.begin(text, options, fresh));
    call.outcome = 'stopped';
    try {
      let sound: Int16Array | undefined = first;
      while (sound !== undefined) {
        yield sound;
        sound = await failing(call, options.signal, answer.next());
      }
      call.outcome = 'whole';
    } finally {
      this.end(text, answer, call, options);
    }
  }

  private async begin(text: string, options: SpeakOptions, fresh: boolean): Promise<Begun> {
    try {
      return await this.beginAs(this.format, text, options, fresh);
    } catch (error) {
      if (this.format === 'wav' || !(error instanceof ModelFailure) || error.kind !== 'refused') throw error;
      const begun = await this.beginAs('wav', text, options, fresh);
      this.format = 'wav';
      return begun;
    }
  }

  private async beginAs(
    format: 'pcm' | 'wav',
    text: string,
    options: SpeakOptions,
    fresh: boolean,
  ): Promise<Begun> {
    const { speech_model: model } = this.address;
    const body = { model, voice: options.voice ?? this.voice, input: text, response_format: format };
    const call = new SpeechCall('speech', model, this.price);
    const answer = new SpokenAnswer(options.signal);
    try {
      const first = await answer.begin((signal) =>
        this.connection.open('/audio/speech', jsonRequest(body, fresh), signal),
      );
      call.heard();
      return { answer, call, first };
    } catch (error) {
      if (options.signal.aborted) call.outcome = 'stopped';
      this.end(text, answer, call, options);
      throw error;
    }
  }

  private end(text: string, answer: SpokenAnswer, call: SpeechCall, { note }: SpeakOptions): void {
    answer.close();
    const tokens_out = Math.ceil((answer.samples / VOICE_RATE) * TOKENS_PER_SECOND);
    note(call.over({ tokens_in: estimateTokens(text), tokens_cached: 0, tokens_out }, true));
  }
}

/** Marks a call as failed where it fails by itself. */
const failing = async <T>(call: SpeechCall, wanted: AbortSignal, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (!wanted.aborted) call.outcome = 'failed';
    throw error;
  }
};
