import type { Faults } from '../../faults.js';
import { sendJson, type Exchange, type Route } from '../../http-server.js';
import { invalidRequest } from '../../openai-errors.js';
import { atRate } from '../sound/at-rate.js';
import { readWav } from '../sound/wav.js';
import { HEARD_RATE } from '../utterances.js';
import { refuse, transcriptionModes, waitFor, type VoiceFaultMode } from '../voice-faults.js';
import type { Ear, Heard } from './ear.js';
import { readForm } from './read-form.js';

/** How it hears. */
export interface Hearing {
  readonly ear: Ear;
  /** How long it takes at least. */
  readonly transcription_ms: number;
  /** What it says of speech that it does not know. */
  readonly unknown_speech: string;
}

/** A cough and a knock are shorter than speech that would deserve an answer. */
const SHORTEST_UNKNOWN_MS = 700;

export const transcriptionRoute = (faults: Faults<VoiceFaultMode>, hearing: Hearing): Route => ({
  method: 'POST',
  path: '/v1/audio/transcriptions',
  handle: async (exchange) => {
    const startedAt = performance.now();
    const fault = faults.take(transcriptionModes, 'transcription');
    exchange.note({ kind: 'transcription', fault: fault?.mode ?? null });
    if (await refuse(exchange, fault)) return;
    const samples = soundIn(exchange);
    const seconds = samples.length / HEARD_RATE;
    const text = fault?.mode === 'says' ? (fault.text ?? '') : textOf(hearing.ear.hear(samples), hearing);
    const wait = hearing.transcription_ms - (performance.now() - startedAt);
    await waitFor(exchange, fault?.ms ?? wait);
    if (exchange.gone.aborted) return;
    exchange.note({ seconds, text });
    if (fault?.mode === 'malformed') exchange.response.end('{"text":');
    else sendJson(exchange, 200, { text, usage: { type: 'duration', seconds: Math.ceil(seconds) } });
  },
});

/** @throws HttpError 400 in OpenAI's shape when there is none */
const soundIn = ({ headers, bytes }: Exchange): Int16Array => {
  const form = readForm(headers['content-type'] ?? '', bytes);
  if (!form.get('model')?.length) throw invalidRequest("Missing required parameter: 'model'.", 'model');
  const sound = readWav(form.get('file') ?? Buffer.alloc(0));
  if (sound === undefined) throw invalidRequest('The file has to be a WAV, mono of 16 bit.', 'file');
  return atRate(sound, HEARD_RATE);
};

const textOf = ({ text, is_known, sound_ms }: Heard, { unknown_speech }: Hearing): string =>
  text === '' && !is_known && sound_ms >= SHORTEST_UNKNOWN_MS ? unknown_speech : text;
