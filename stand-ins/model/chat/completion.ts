import { randomUUID } from 'node:crypto';
import { estimateTokens } from './tokens.js';
import type { ChatRequest } from './chat-request.js';

/** A piece of an answer as it goes over the wire. */
export interface Frame {
  readonly text: string;
  /** Whether the piece carries a token of the answer, rather than what stands around it. */
  readonly isToken: boolean;
}

interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

/** An answer that is about to be sent. */
export interface Completion {
  readonly model: string;
  readonly tokens: readonly string[];
  readonly usage: Usage;
  readonly finish_reason: 'stop' | 'content_filter';
}

export const complete = (
  request: ChatRequest,
  model: string,
  tokens: readonly string[],
  finish_reason: Completion['finish_reason'],
): Completion => {
  const prompt_tokens = request.messages.reduce((sum, message) => sum + estimateTokens(message.text), 0);
  const completion_tokens = tokens.length;
  const total_tokens = prompt_tokens + completion_tokens;
  return { model, tokens, finish_reason, usage: { prompt_tokens, completion_tokens, total_tokens } };
};

/** The lines of a streamed answer. */
export const streamFrames = (completion: Completion, includeUsage: boolean): readonly Frame[] => {
  const head = envelope('chat.completion.chunk', completion.model);
  const line = (data: string): string => `data: ${data}\n\n`;
  const chunk = (delta: object, finish_reason: string | null): string =>
    line(
      JSON.stringify({
        ...head,
        choices: [{ index: 0, delta, logprobs: null, finish_reason }],
        ...(includeUsage ? { usage: null } : {}),
      }),
    );
  const usage = line(JSON.stringify({ ...head, choices: [], usage: completion.usage }));
  return [
    around(chunk({ role: 'assistant', content: '' }, null)),
    ...completion.tokens.map((content) => ({ text: chunk({ content }, null), isToken: true })),
    around(chunk({}, completion.finish_reason)),
    ...(includeUsage ? [around(usage)] : []),
    around(line('[DONE]')),
  ];
};

/** A whole answer, in pieces so that it can break on its way too. */
export const wholeFrames = (completion: Completion): readonly Frame[] => {
  const json = JSON.stringify({
    ...envelope('chat.completion', completion.model),
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: completion.tokens.join(''), refusal: null },
        logprobs: null,
        finish_reason: completion.finish_reason,
      },
    ],
    usage: completion.usage,
  });
  return json.split(/(?<=,)/).map((text) => ({ text, isToken: true }));
};

const around = (text: string): Frame => ({ text, isToken: false });

const envelope = (object: string, model: string): object => ({
  id: `chatcmpl-${randomUUID()}`,
  object,
  created: Math.floor(Date.now() / 1000),
  model,
  system_fingerprint: 'stand-in',
});
