import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from '@saathi/platform';
import { ConversationConfig } from '../conversation.config.js';
import { speechAddressOf, speechKindOf } from './speech-address.js';

const NEEDED = {
  DATABASE_URL: 'postgres://127.0.0.1/saathi',
  NATS_URL: 'nats://127.0.0.1',
  OPENAI_API_KEY: 'sk-chat',
};
const MODELS = { OPENAI_TRANSCRIBE_MODEL: 'ear', OPENAI_SPEECH_MODEL: 'mouth' };
const addressOf = (settings: Record<string, string>) =>
  speechAddressOf(loadConfig(ConversationConfig, { ...NEEDED, ...settings }));

describe('where the sound of a call goes', () => {
  it.each([
    ['the key of a model that talks alone', {}],
    ['models that are called none', { OPENAI_TRANSCRIBE_MODEL: 'none', OPENAI_SPEECH_MODEL: 'mouth' }],
  ])('is nowhere with %s', (_what, settings) => {
    expect(addressOf(settings)).toBeUndefined();
  });

  it('is where the model is, once models for it are named', () => {
    expect(addressOf(MODELS)).toEqual({
      base_url: 'https://api.openai.com/v1',
      api_key: 'sk-chat',
      transcribe_model: 'ear',
      speech_model: 'mouth',
    });
  });

  it('is an address of its own, which never sees the key of another', () => {
    const own = { ...MODELS, SPEECH_BASE_URL: 'http://ears.example/v1' };
    expect(addressOf(own)).toMatchObject({ base_url: 'http://ears.example/v1', api_key: 'none' });
    expect(addressOf({ ...own, SPEECH_API_KEY: 'sk-own' })).toMatchObject({ api_key: 'sk-own' });
  });

  it.each([
    [{ SPEECH_BASE_URL: 'http://ears.example/v1' }, /OPENAI_TRANSCRIBE_MODEL[^]*OPENAI_SPEECH_MODEL/],
    [{ OPENAI_TRANSCRIBE_MODEL: 'ear' }, /OPENAI_SPEECH_MODEL/],
  ])('is not guessed: %j asks for what is missing', (settings, missing) => {
    expect(() => addressOf(settings)).toThrow(ConfigError);
    expect(() => addressOf(settings)).toThrow(missing);
  });
});

describe('what a server hears and speaks with', () => {
  it.each([
    [{}, 'none'],
    [MODELS, 'server'],
    [{ ...MODELS, OPENAI_TRANSCRIBE_MODEL: 'stand-in-ear' }, 'stand_in'],
  ] as const)('is by %j', (settings, kind) => {
    expect(speechKindOf(loadConfig(ConversationConfig, { ...NEEDED, ...settings }))).toBe(kind);
  });
});
