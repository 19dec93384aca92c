import type { CallDownFrame, PlanView } from '@saathi/contracts';
import type { Language } from '../language/language-of.js';
import type { ReplyWords } from '../turns/reply-words.js';
import type { OpenSpeech } from './audio/call-speech.js';
import type { CallsRepository } from './calls.repository.js';
import type { Ended } from './calls.sql.js';

/** What a call needs of the process that holds it. */
export interface CallParts {
  readonly calls: CallsRepository;
  readonly words: ReplyWords;
  readonly plans: readonly PlanView[];
  readonly freeSeconds: number;
  /** The language of somebody who has not said anything yet. */
  readonly language: Language;
  /** Undefined in text mode. */
  readonly speech: OpenSpeech | undefined;
  readonly send: (frame: CallDownFrame) => void;
  readonly sendSound: (bytes: Uint8Array) => void;
  readonly onEnded: (ended: Ended) => void;
  /** The call is not held here any more. */
  readonly onLeft: () => void;
}
