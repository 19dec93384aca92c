import { ModelFailure } from '../companion/model-failure.js';
import { Recogniser, Speaker, type Transcription } from './speech.port.js';

const noSpeech = (): ModelFailure => new ModelFailure('refused', 'speech is not set up on this server');

export class NoRecogniser extends Recogniser {
  transcribe(): Promise<Transcription> {
    return Promise.reject(noSpeech());
  }
}

export class NoSpeaker extends Speaker {
  speak(): AsyncIterable<Int16Array> {
    throw noSpeech();
  }
}
