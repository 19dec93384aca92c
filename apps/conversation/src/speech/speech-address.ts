import type { CallSpeechKind } from '@saathi/contracts';
import type { ConversationConfig } from '../conversation.config.js';

/** Where speech is made and understood. */
export interface SpeechAddress {
  readonly base_url: string;
  readonly api_key: string;
  readonly transcribe_model: string;
  readonly speech_model: string;
}

/**
 * Only naming its models sends sound anywhere: the key of a model that talks does not. At an address of its own
 * speech has a key of its own, so that no key gets to a host that it was not meant for.
 * @returns undefined where speech is not set up
 */
export const speechAddressOf = (config: ConversationConfig): SpeechAddress | undefined => {
  const { OPENAI_TRANSCRIBE_MODEL: ear, OPENAI_SPEECH_MODEL: voice, SPEECH_BASE_URL: own } = config;
  if (ear === undefined || ear === 'none' || voice === undefined || voice === 'none') return undefined;
  return {
    base_url: own ?? config.OPENAI_BASE_URL,
    api_key: config.SPEECH_API_KEY ?? (own === undefined ? config.OPENAI_API_KEY : 'none'),
    transcribe_model: ear,
    speech_model: voice,
  };
};

/** What is set up to hear; a stand-in says so by the name of its model. */
export const speechKindOf = (config: ConversationConfig): CallSpeechKind => {
  const address = speechAddressOf(config);
  if (address === undefined) return 'none';
  return address.transcribe_model.startsWith('stand-in-') ? 'stand_in' : 'server';
};
