import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange } from '../../http-server.js';
import type { ModelFault } from '../model-faults.js';
import type { Frame } from './completion.js';

/** How fast an answer flows, in milliseconds. */
export interface Pace {
  readonly first_token_ms: number;
  readonly token_ms: number;
}

const FAULT_STRIKES_AFTER = 3;
const SLOW_FIRST_TOKEN_MS = 5000;
const BROKEN_LINE = 'data: {"choices":[{"delta":{"content":\n\n';

/**
 * Sends the frames at the given pace, and breaks on the way as the fault says. Stops when the client
 * leaves. What happened is noted in the request's log entry.
 */
export const sendFrames = async (
  exchange: Exchange,
  frames: readonly Frame[],
  pace: Pace,
  fault: ModelFault | undefined,
): Promise<void> => {
  const { gone, note, response } = exchange;
  let sent = 0;
  try {
    for (const frame of frames) {
      if (frame.isToken) {
        await waitForToken(sent, pace, fault, gone);
        if (sent === strikesAfter(fault) && (await strike(exchange, fault))) return;
      }
      await write(response, frame.text, fault, gone);
      if (frame.isToken) sent += 1;
      note({ tokens_sent: sent });
    }
    response.end();
  } catch (error) {
    if (!gone.aborted) throw error;
  } finally {
    if (gone.aborted) note({ aborted: true, aborted_at: new Date().toISOString() });
  }
};

const waitForToken = async (
  sent: number,
  pace: Pace,
  fault: ModelFault | undefined,
  gone: AbortSignal,
): Promise<void> => {
  const slow = fault?.mode === 'slow_first_token' ? (fault.ms ?? SLOW_FIRST_TOKEN_MS) : pace.first_token_ms;
  const ms = sent === 0 ? slow : pace.token_ms;
  if (ms > 0) await pause(ms, undefined, { signal: gone });
};

const strikesAfter = (fault: ModelFault | undefined): number => fault?.tokens ?? FAULT_STRIKES_AFTER;

/** @returns whether the answer ends here */
const strike = async (exchange: Exchange, fault: ModelFault | undefined): Promise<boolean> => {
  const { response, gone } = exchange;
  if (fault?.mode === 'silence_after') {
    if (fault.ms === undefined) await exchange.untilGone();
    else await pause(fault.ms, undefined, { signal: gone });
  }
  if (fault?.mode === 'malformed') response.write(BROKEN_LINE);
  if (fault?.mode === 'cut') response.end();
  // What was sent has to leave first, or the client would never see the part before the break.
  if (fault?.mode === 'reset') setImmediate(() => response.socket?.resetAndDestroy());
  return gone.aborted || fault?.mode === 'cut' || fault?.mode === 'reset';
};

const write = async (
  response: ServerResponse,
  text: string,
  fault: ModelFault | undefined,
  gone: AbortSignal,
): Promise<void> => {
  if (fault?.mode === 'split_utf8') {
    await writeByteByByte(response, text);
  } else if (!response.write(text)) {
    await once(response, 'drain', { signal: gone });
  }
};

const writeByteByByte = async (response: ServerResponse, text: string): Promise<void> => {
  response.socket?.setNoDelay(true);
  for (const byte of Buffer.from(text, 'utf8')) {
    await new Promise<void>((resolve, reject) => {
      response.write(Buffer.of(byte), (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }
};
