import { setTimeout as pause } from 'node:timers/promises';
import { Faults, type Fault } from '../faults.js';
import type { Exchange } from '../http-server.js';
import { rateLimited, serverFailed, unauthorized } from '../openai-errors.js';

/** Answers that never come, come late, or are refusals. */
const REFUSALS = ['hang', 'slow', 'error_429', 'error_500', 'error_401'] as const;
const TRANSCRIPTIONS = ['says', 'malformed'] as const;
const SPEECHES = ['silence_after', 'cut', 'empty', 'refuses_pcm'] as const;
const MODES = [...REFUSALS, ...TRANSCRIPTIONS, ...SPEECHES] as const;

export type VoiceFaultMode = (typeof MODES)[number];
export type VoiceFault = Fault<VoiceFaultMode>;

/** Which modes can strike a request of each kind. */
export const transcriptionModes: readonly VoiceFaultMode[] = [...REFUSALS, ...TRANSCRIPTIONS];
export const speechModes: readonly VoiceFaultMode[] = [...REFUSALS, ...SPEECHES];

export const createVoiceFaults = (): Faults<VoiceFaultMode> => new Faults(MODES);

/**
 * Plays a fault that keeps a request from being answered.
 * @throws HttpError for the refusals
 * @returns whether the client was left hanging; it has then gone by itself
 */
export const refuse = async (exchange: Exchange, fault: VoiceFault | undefined): Promise<boolean> => {
  if (fault?.mode === 'error_429') throw rateLimited(fault.retry_after ?? 1);
  if (fault?.mode === 'error_500') throw serverFailed();
  if (fault?.mode === 'error_401') throw unauthorized('Incorrect API key provided.', 'invalid_api_key');
  if (fault?.mode !== 'hang') return false;
  await exchange.untilGone();
  exchange.note({ aborted: true });
  return true;
};

/** Waits, unless the client leaves meanwhile. */
export const waitFor = async ({ gone }: Exchange, ms: number): Promise<void> => {
  if (ms > 0) await pause(ms, undefined, { signal: gone }).catch(() => undefined);
};
