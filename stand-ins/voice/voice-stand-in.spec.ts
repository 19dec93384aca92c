import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { valueAt } from '../json-path.js';
import { bytesOf, wavHeader } from './sound/wav.js';
import { recorded } from './utterances.js';
import { startVoiceStandIn, type VoiceStandIn } from './voice-stand-in.js';

const KEY = { authorization: 'Bearer any' };
const WORD_BYTES = 14_400;
const [sentence] = recorded();

describe('the voice stand-in', () => {
  let voice: VoiceStandIn;

  beforeAll(async () => {
    voice = await startVoiceStandIn({ unknown_speech: '(unknown)' });
  });
  afterEach(async () => {
    await fetch(`${voice.url}/__faults`, { method: 'DELETE' });
    await fetch(`${voice.url}/__log`, { method: 'DELETE' });
  });
  afterAll(async () => {
    await voice.close();
  });

  const hear = (samples: Int16Array, more: Record<string, string> = { model: 'any' }): Promise<Response> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(more)) form.set(name, value);
    const sound = bytesOf(samples);
    form.set('file', new Blob([Buffer.concat([wavHeader(16_000, sound.length), sound])]), 'speech.wav');
    return fetch(`${voice.base_url}/audio/transcriptions`, { method: 'POST', headers: KEY, body: form });
  };

  const say = (more: object = {}, signal?: AbortSignal): Promise<Response> =>
    fetch(`${voice.base_url}/audio/speech`, {
      method: 'POST',
      headers: { ...KEY, 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'any',
        voice: 'any',
        input: 'एक दो three',
        response_format: 'pcm',
        ...more,
      }),
      ...(signal === undefined ? {} : { signal }),
    });

  const switchOn = (fault: object): Promise<Response> =>
    fetch(`${voice.url}/__faults`, { method: 'POST', body: JSON.stringify(fault) });

  const lastLogged = async (): Promise<unknown> => {
    const log: unknown = await (await fetch(`${voice.url}/__log`)).json();
    return valueAt(log, 'items', -1);
  };

  it('writes down what it knows, as OpenAI does', async () => {
    const answer = await hear(sentence?.samples ?? new Int16Array());
    expect(answer.headers.get('x-stand-in')).toBe('voice');
    expect(await answer.json()).toEqual({ text: sentence?.text, usage: { type: 'duration', seconds: 2 } });
    expect(await lastLogged()).toMatchObject({ kind: 'transcription', text: sentence?.text });
  });

  it('says so when it does not know what was said, and nothing when nothing was', async () => {
    const backwards = sentence?.samples.toReversed() ?? new Int16Array();
    expect(await (await hear(backwards)).json()).toMatchObject({ text: '(unknown)' });
    expect(await (await hear(new Int16Array(16_000))).json()).toMatchObject({ text: '' });
  });

  it('speaks for 300 ms a word', async () => {
    const sound = await (await say()).arrayBuffer();
    expect(sound.byteLength).toBe(3 * WORD_BYTES);
    const wav = Buffer.from(await (await say({ response_format: 'wav' })).arrayBuffer());
    expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
    expect(wav.subarray(44)).toEqual(Buffer.from(sound));
  });

  it('asks for a key, a sound and words in the shape of OpenAI', async () => {
    const bare = await fetch(`${voice.base_url}/audio/speech`, { method: 'POST', body: '{}' });
    const refusals = [
      bare,
      await say({ input: '' }),
      await say({ response_format: 'mp3' }),
      await hear(new Int16Array(9), {}),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([401, 400, 400, 400]);
    expect(await refusals[2]?.json()).toMatchObject({
      error: { type: 'invalid_request_error', param: 'response_format', code: null },
    });
  });

  it('notices a listener who leaves, and how much they had', async () => {
    await switchOn({ mode: 'silence_after', count: 2 });
    const leaving = new AbortController();
    const reader = (await say({}, leaving.signal)).body?.getReader();
    await reader?.read();
    leaving.abort();
    await expect(reader?.read()).rejects.toThrow();
    let entry = await lastLogged();
    for (let asked = 1; asked < 50 && valueAt(entry, 'aborted') !== true; asked += 1)
      entry = await lastLogged();
    expect(entry).toMatchObject({ kind: 'speech', aborted: true, sound_ms: 900, sent_ms: 200 });
  });

  it.each([
    [{ mode: 'error_500', match: 'speech' }, 500, 200],
    [{ mode: 'error_429', match: 'transcription' }, 200, 429],
    [{ mode: 'error_401' }, 401, 401],
    [{ mode: 'refuses_pcm' }, 400, 200],
  ])('plays %j', async (fault, spoken, heard) => {
    await switchOn(fault);
    expect([(await say()).status, (await hear(new Int16Array(9))).status]).toEqual([spoken, heard]);
  });

  it('breaks off in the midst of a word', async () => {
    await switchOn({ mode: 'cut' });
    await expect(say().then((answer) => answer.arrayBuffer())).rejects.toThrow();
  });

  it('hears what it is told to hear', async () => {
    await switchOn({ mode: 'says', text: 'पूरी बात', times: 1 });
    expect(await (await hear(new Int16Array(9))).json()).toMatchObject({ text: 'पूरी बात' });
  });
});
