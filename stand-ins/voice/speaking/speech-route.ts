import type { Faults } from '../../faults.js';
import { readJsonObject, type Exchange, type Route } from '../../http-server.js';
import { textAt } from '../../json-value.js';
import { invalidRequest } from '../../openai-errors.js';
import { refuse, speechModes, waitFor, type VoiceFault, type VoiceFaultMode } from '../voice-faults.js';
import { sendSound } from './send-sound.js';
import type { VoiceOf } from './voice.js';

/** How it speaks. */
export interface Speaking {
  readonly voice: VoiceOf;
  /** Until the first sound. */
  readonly first_sound_ms: number;
  /** Seconds of sound that it makes in a second; 0: all at once. */
  readonly speed: number;
}

const LONGEST_INPUT = 4096;
const FORMATS = ['pcm', 'wav'] as const;
type Format = (typeof FORMATS)[number];

export const speechRoute = (faults: Faults<VoiceFaultMode>, speaking: Speaking): Route => ({
  method: 'POST',
  path: '/v1/audio/speech',
  handle: async (exchange) => {
    const startedAt = performance.now();
    const fault = faults.take(speechModes, 'speech');
    exchange.note({ kind: 'speech', fault: fault?.mode ?? null });
    if (await refuse(exchange, fault)) return;
    const { input, format } = readRequest(exchange, fault);
    const sound = fault?.mode === 'empty' ? new Int16Array() : await speaking.voice(input);
    const wait = speaking.first_sound_ms - (performance.now() - startedAt);
    await waitFor(exchange, fault?.mode === 'slow' ? (fault.ms ?? 0) : wait);
    if (exchange.gone.aborted) exchange.note({ aborted: true, sent_ms: 0 });
    else await sendSound(exchange, { sound, format, speed: speaking.speed }, fault);
  },
});

/** @throws HttpError 400 in OpenAI's shape */
const readRequest = (
  exchange: Exchange,
  fault: VoiceFault | undefined,
): { readonly input: string; readonly format: Format } => {
  const body = readJsonObject(exchange);
  const input = textAt(body, 'input') ?? '';
  if (input === '' || input.length > LONGEST_INPUT)
    throw invalidRequest(`'input' has to have 1 to ${String(LONGEST_INPUT)} characters.`, 'input');
  const offered = fault?.mode === 'refuses_pcm' ? (['wav'] as const) : FORMATS;
  const format = offered.find((known) => known === textAt(body, 'response_format'));
  if (format === undefined)
    throw invalidRequest(`Choose 'response_format' from: ${offered.join(', ')}.`, 'response_format');
  return { input, format };
};
