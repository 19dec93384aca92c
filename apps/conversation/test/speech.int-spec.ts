import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { ConfigModule, loadConfig } from '@saathi/platform';
import { eventually } from '@saathi/testing';
import { Module } from '@nestjs/common';
import { recorded } from '../../../stand-ins/voice/utterances.js';
import { startVoiceStandIn, type VoiceStandIn } from '../../../stand-ins/voice/voice-stand-in.js';
import type { ModelCall } from '../src/companion/model-call.js';
import { ConversationConfig } from '../src/conversation.config.js';
import { SpeechModule } from '../src/speech/speech.module.js';
import { Recogniser, Speaker, Speech } from '../src/speech/speech.port.js';

const WORD = 7200;
const TEXT = 'एक दो तीन चार पाँच छह सात आठ नौ दस';
const [sentence] = recorded();
const spoken = sentence?.samples ?? new Int16Array();

let voice: VoiceStandIn;
/** Where everything stands still, so that its tests can wait while the others go on. */
let still: VoiceStandIn;
const open: INestApplicationContext[] = [];

interface Parts {
  readonly ears: Recogniser;
  readonly mouth: Speaker;
  readonly speech: Speech;
}

@Module({ imports: [SpeechModule] })
class Parent {}

const start = async (settings: Record<string, string>): Promise<Parts> => {
  const config = loadConfig(ConversationConfig, {
    DATABASE_URL: 'postgres://127.0.0.1/none',
    NATS_URL: 'nats://127.0.0.1',
    OPENAI_API_KEY: 'chat',
    ...settings,
  });
  const context = await NestFactory.createApplicationContext(
    { module: Parent, imports: [ConfigModule.of(ConversationConfig, config)] },
    { logger: false },
  );
  open.push(context);
  return { ears: context.get(Recogniser), mouth: context.get(Speaker), speech: context.get(Speech) };
};

const startAt = ({ base_url }: VoiceStandIn): Promise<Parts> =>
  start({
    SPEECH_BASE_URL: base_url,
    SPEECH_API_KEY: 'speech',
    OPENAI_TRANSCRIBE_MODEL: 'ear',
    OPENAI_SPEECH_MODEL: 'mouth',
    OPENAI_PRICES: 'ear=1000/0/0,mouth=0/0/1000',
  });

beforeAll(async () => {
  [voice, still] = await Promise.all([startVoiceStandIn(), startVoiceStandIn()]);
});

beforeEach(async () => {
  await fetch(`${voice.url}/__faults`, { method: 'DELETE' });
  await fetch(`${voice.url}/__log`, { method: 'DELETE' });
});

afterAll(async () => {
  await Promise.all(open.map((context) => context.close()));
  await Promise.all([voice.close(), still.close()]);
});

const switchOn = (fault: object, at = voice): Promise<Response> =>
  fetch(`${at.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

const logged = async (at = voice): Promise<Record<string, unknown>[]> =>
  ((await (await fetch(`${at.url}/__log`)).json()) as { items: Record<string, unknown>[] }).items;

const hear = async ({ ears }: Parts, signal = new AbortController().signal) => {
  const calls: ModelCall[] = [];
  const options = { language: 'hi-IN', prompt: 'Asha', signal, note: (call: ModelCall) => calls.push(call) };
  const heard = await ears.transcribe(spoken, options).catch((error: unknown) => ({ error }));
  return { heard, calls };
};

/** Listens to the end, or until something is thrown. */
const listen = async ({ mouth }: Parts, onPiece?: () => void, signal = new AbortController().signal) => {
  const calls: ModelCall[] = [];
  let samples = 0;
  let error: unknown;
  try {
    for await (const piece of mouth.speak(TEXT, { signal, note: (call) => calls.push(call) })) {
      samples += piece.length;
      onPiece?.();
    }
  } catch (thrown) {
    error = thrown;
  }
  return { words: samples / WORD, error, calls };
};

describe('a recogniser', () => {
  it('writes down what was said, is told the language and the names, and is paid', async () => {
    const { heard, calls } = await hear(await startAt(voice));
    expect(heard).toEqual({ text: sentence?.text });
    expect(calls).toMatchObject([
      { purpose: 'transcription', model: 'ear', outcome: 'whole', estimated: true },
    ]);
    expect(calls[0]?.cost_paise).toBeCloseTo((spoken.length / 1600) * 0.1, 1);
    expect((await logged())[0]).toMatchObject({ seconds: spoken.length / 16_000, text: sentence?.text });
  });

  it.each(['error_500', 'error_429', 'malformed'])(
    'that answers with %s once is asked again',
    async (mode) => {
      await switchOn({ mode, times: 1, retry_after: 0 });
      const { heard, calls } = await hear(await startAt(voice));
      expect(heard).toEqual({ text: sentence?.text });
      expect(calls.map(({ outcome }) => outcome)).toEqual(['failed', 'whole']);
    },
  );

  it('that is in trouble is asked twice, one that refuses once', async () => {
    await switchOn({ mode: 'error_500' });
    const parts = await startAt(voice);
    expect((await hear(parts)).heard).toMatchObject({ error: { kind: 'unreachable' } });
    expect(await logged()).toHaveLength(2);
    await fetch(`${voice.url}/__faults`, { method: 'DELETE' });
    await switchOn({ mode: 'error_401' });
    expect((await hear(parts)).heard).toMatchObject({ error: { kind: 'refused' } });
    expect(await logged()).toHaveLength(3);
  });

  it('is left when its answer is not wanted any more', async () => {
    await switchOn({ mode: 'hang' });
    const leaving = new AbortController();
    const hearing = hear(await startAt(voice), leaving.signal);
    await eventually(async () => {
      expect(await logged()).toHaveLength(1);
    });
    leaving.abort(new Error('they went on speaking'));
    const { heard, calls } = await hearing;
    expect(heard).toMatchObject({ error: { message: 'they went on speaking' } });
    expect(calls).toMatchObject([{ outcome: 'stopped' }]);
    await eventually(async () => {
      expect(await logged()).toMatchObject([{ aborted: true }]);
    });
  });
});

describe('a voice', () => {
  it('says everything, and is paid for what it said', async () => {
    const { words, error, calls } = await listen(await startAt(voice));
    expect([words, error]).toEqual([10, undefined]);
    expect(calls).toMatchObject([
      { purpose: 'speech', model: 'mouth', outcome: 'whole', tokens_out: 60, cost_paise: 6 },
    ]);
    expect((await logged())[0]?.['body']).toMatchObject({
      voice: 'alloy',
      input: TEXT,
      response_format: 'pcm',
    });
  });

  it('that knows only WAV says the same, and is not asked for anything else again', async () => {
    await switchOn({ mode: 'refuses_pcm' });
    const parts = await startAt(voice);
    expect((await listen(parts)).words).toBe(10);
    expect((await listen(parts)).words).toBe(10);
    const formats = (await logged()).map(({ body }) => (body as { response_format: string }).response_format);
    expect(formats).toEqual(['pcm', 'wav', 'wav']);
  });

  it.each(['error_500', 'error_429', 'empty'])('that answers with %s once is asked again', async (mode) => {
    await switchOn({ mode, times: 1, retry_after: 0 });
    const { words, calls } = await listen(await startAt(voice));
    expect(words).toBe(10);
    expect(calls.map(({ outcome }) => outcome)).toEqual(['failed', 'whole']);
  });

  it('that is asked again is asked over a new connection', async () => {
    const parts = await startAt(voice);
    await listen(parts);
    await switchOn({ mode: 'cut', count: 0, times: 1 });
    expect((await listen(parts)).words).toBe(10);
    const headers = (await logged()).map(({ headers }) => (headers as { connection: string }).connection);
    expect(headers).toEqual(['keep-alive', 'keep-alive', 'close']);
  });

  it('that breaks off in the midst of it is not asked again: the listener would hear it twice', async () => {
    await switchOn({ mode: 'cut', count: 4 });
    const { words, error, calls } = await listen(await startAt(voice));
    expect(words).toBeGreaterThan(0);
    expect(words).toBeLessThan(10);
    expect(error).toMatchObject({ kind: 'broken' });
    expect(calls).toMatchObject([{ outcome: 'failed' }]);
    expect(await logged()).toHaveLength(1);
  });

  it('is silent at once when it is told to, and the model stops making more', async () => {
    await switchOn({ mode: 'silence_after', count: 3 });
    const leaving = new AbortController();
    const { words, error, calls } = await listen(
      await startAt(voice),
      () => {
        leaving.abort(new Error('they began to speak'));
      },
      leaving.signal,
    );
    expect(words).toBeLessThanOrEqual(1);
    expect(error).toMatchObject({ message: 'they began to speak' });
    expect(calls).toMatchObject([{ outcome: 'stopped' }]);
    await eventually(async () => {
      expect(await logged()).toMatchObject([{ aborted: true }]);
    });
  });

  it('stops at the model, too, when nobody listens to the rest', async () => {
    await switchOn({ mode: 'silence_after', count: 3 });
    const calls: ModelCall[] = [];
    const { mouth } = await startAt(voice);
    const options = { signal: new AbortController().signal, note: (call: ModelCall) => calls.push(call) };
    for await (const piece of mouth.speak(TEXT, options)) if (piece.length > 0) break;
    expect(calls).toMatchObject([{ outcome: 'stopped' }]);
    await eventually(async () => {
      expect(await logged()).toMatchObject([{ aborted: true }]);
    });
  });
});

describe('ears and a voice that stand still', () => {
  it('are asked once more, and given up in time', async () => {
    const parts = await startAt(still);
    await switchOn({ mode: 'hang', times: 4 }, still);
    const startedAt = performance.now();
    const since = (): number => performance.now() - startedAt;
    const [unheard, unsaid] = await Promise.all([
      hear(parts).then((result) => ({ ...result, ms: since() })),
      listen(parts).then((result) => ({ ...result, ms: since() })),
    ]);
    expect(unheard.heard).toMatchObject({
      error: { kind: 'unreachable', message: 'no transcription came in time' },
    });
    expect(unsaid.error).toMatchObject({ kind: 'unreachable', message: 'no sound came in time' });
    // Twice 4 s, twice 2.5 s.
    expect([unheard.ms >= 7900, unsaid.ms >= 4900, unsaid.ms < unheard.ms]).toEqual([true, true, true]);
    expect([unheard, unsaid].map(({ calls }) => calls.map(({ outcome }) => outcome))).toEqual([
      ['failed', 'failed'],
      ['failed', 'failed'],
    ]);
  });

  it('are left alone half-way', async () => {
    await switchOn({ mode: 'silence_after', count: 3 }, still);
    const { words, error } = await listen(await startAt(still));
    expect(words).toBe(1);
    expect(error).toMatchObject({ message: 'the voice stopped half-way' });
  });
});

describe('a server without models for speech', () => {
  it('says that it cannot hear, and sends no sound to the model that talks', async () => {
    const parts = await start({ OPENAI_BASE_URL: voice.base_url });
    expect(parts.speech.kind).toBe('none');
    expect((await hear(parts)).heard).toMatchObject({ error: { kind: 'refused' } });
    expect((await listen(parts)).error).toMatchObject({ kind: 'refused' });
    expect(await logged()).toEqual([]);
  });
});
