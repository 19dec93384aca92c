import type { Faults } from '../../faults.js';
import type { Exchange, Route } from '../../http-server.js';
import { modesFor, refuse, type ModelFault, type ModelFaultMode } from '../model-faults.js';
import { obey } from '../obedience/obey.js';
import { minimalInstance } from '../schema/minimal-instance.js';
import { brokenSummary } from '../summary/broken-summary.js';
import { extractSummary } from '../summary/extract-summary.js';
import { reply } from '../talk/reply.js';
import { readChatRequest, type ChatRequest } from './chat-request.js';
import { complete, streamFrames, wholeFrames } from './completion.js';
import { sendFrames, type Pace } from './send-frames.js';
import { tokensOf } from './tokens.js';

const SUMMARY_SCHEMA = 'session_summary';
const HUGE_TOKEN = 'बहुत '.repeat(5000);
const HUGE_ANSWER_BYTES = 10 * 1024 * 1024;

export const chatRoute = (faults: Faults<ModelFaultMode>, pace: Pace): Route => ({
  method: 'POST',
  path: '/v1/chat/completions',
  handle: async (exchange) => {
    const request = readChatRequest(exchange);
    const kind = request.schema?.name === SUMMARY_SCHEMA ? 'summary' : 'chat';
    const fault = faults.take(modesFor(kind), kind);
    exchange.note({ kind, fault: fault?.mode ?? null });
    if (await refuse(exchange, fault)) return;
    await answer(exchange, request, pace, fault);
  },
});

const answer = async (
  exchange: Exchange,
  request: ChatRequest,
  pace: Pace,
  fault: ModelFault | undefined,
): Promise<void> => {
  const model = request.schema === undefined ? 'stand-in-listener' : 'stand-in-analyst';
  const completion = complete(
    request,
    model,
    tokensFor(request, fault),
    fault?.mode === 'content_filter' ? 'content_filter' : 'stop',
  );
  const flow = fault?.mode === 'huge' ? { first_token_ms: 0, token_ms: 0 } : pace;
  exchange.response.statusCode = 200;
  if (request.stream) {
    exchange.response.setHeader('content-type', 'text/event-stream; charset=utf-8');
    exchange.response.setHeader('cache-control', 'no-cache');
    exchange.response.flushHeaders();
    await sendFrames(exchange, streamFrames(completion, request.include_usage), flow, fault);
  } else {
    exchange.response.setHeader('content-type', 'application/json');
    await sendFrames(exchange, wholeFrames(completion), { ...flow, token_ms: 0 }, fault);
  }
};

const tokensFor = (request: ChatRequest, fault: ModelFault | undefined): readonly string[] => {
  if (fault?.mode === 'empty' || fault?.mode === 'content_filter') return [];
  if (fault?.mode === 'blank') return [' ', '\n', '\0'];
  if (fault?.mode === 'huge') {
    const count = Math.ceil(HUGE_ANSWER_BYTES / Buffer.byteLength(HUGE_TOKEN));
    return new Array<string>(count).fill(HUGE_TOKEN);
  }
  if (fault?.mode === 'says' || fault?.text !== undefined) return tokensOf(fault.text ?? '');
  if (fault?.mode === 'obeys') return tokensOf(obey(request.messages));
  return tokensOf(textFor(request, fault));
};

const textFor = (request: ChatRequest, fault: ModelFault | undefined): string => {
  if (request.schema === undefined) return reply(request.messages);
  if (request.schema.name !== SUMMARY_SCHEMA) {
    return JSON.stringify(minimalInstance(request.schema.definition));
  }
  // Whoever asks for a better answer says so after the talk.
  const asked = request.messages.findLast(
    ({ role, text }) => role === 'user' && text.includes('<transcript>'),
  );
  return brokenSummary(extractSummary(asked?.text ?? ''), fault?.mode);
};
