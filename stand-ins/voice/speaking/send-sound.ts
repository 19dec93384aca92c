import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange } from '../../http-server.js';
import { bytesOf, wavHeader } from '../sound/wav.js';
import type { VoiceFault } from '../voice-faults.js';
import { SPOKEN_RATE } from './voice.js';

/** What is sent and how fast. */
interface Delivery {
  readonly sound: Int16Array;
  readonly format: 'pcm' | 'wav';
  readonly speed: number;
}

const PIECE_MS = 100;
const PIECE = (SPOKEN_RATE * PIECE_MS) / 1000;
const TYPES = { pcm: 'audio/pcm', wav: 'audio/wav' };
/** After how many pieces a fault strikes that does not say. */
const FAULT_STRIKES_AFTER = 3;

/** Sends a voice by pieces of 100 ms, and notes how much of it was sent, and whether the listener left. */
export const sendSound = async (
  exchange: Exchange,
  { sound, format, speed }: Delivery,
  fault: VoiceFault | undefined,
): Promise<void> => {
  const { response, gone, note } = exchange;
  note({ sound_ms: msOf(sound.length), sent_ms: 0 });
  response.writeHead(200, { 'content-type': TYPES[format] });
  response.flushHeaders();
  try {
    if (format === 'wav') response.write(wavHeader(SPOKEN_RATE));
    for (let at = 0, sent = 0; at < sound.length; at += PIECE, sent += 1) {
      if (sent === (fault?.count ?? FAULT_STRIKES_AFTER) && (await strike(exchange, fault))) return;
      if (!response.write(bytesOf(sound.subarray(at, at + PIECE))))
        await once(response, 'drain', { signal: gone });
      note({ sent_ms: msOf(Math.min(sound.length, at + PIECE)) });
      if (speed > 0) await pause(PIECE_MS / speed, undefined, { signal: gone });
    }
    response.end();
  } catch (error) {
    if (!gone.aborted) throw error;
  } finally {
    if (gone.aborted) note({ aborted: true });
  }
};

const msOf = (samples: number): number => Math.round((samples * 1000) / SPOKEN_RATE);

/** @returns whether the answer ends here */
const strike = async ({ response, untilGone }: Exchange, fault: VoiceFault | undefined): Promise<boolean> => {
  if (fault?.mode === 'silence_after') await untilGone();
  // What was sent has to leave first, or the client would never see the part before the break.
  if (fault?.mode === 'cut') setImmediate(() => response.socket?.resetAndDestroy());
  return fault?.mode === 'silence_after' || fault?.mode === 'cut';
};
