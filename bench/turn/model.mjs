import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/*
 * A model that costs next to nothing: forty words, at once or at a pace. It speaks the protocol of OpenAI's chat
 * completions and moderations, and says at /__pace how fast it is to be and at /__asked what it was asked.
 */

const WORDS = 40;
const chunk = (/** @type {object} */ delta, /** @type {string | null} */ finish_reason = null) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'bench', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
const pieces = Array.from({ length: WORDS }, (_, index) => chunk({ content: ` word${index % 10}` }));
const head = chunk({ role: 'assistant', content: '' });
const tail = `${chunk({}, 'stop')}data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'bench', choices: [], usage: { prompt_tokens: 400, completion_tokens: WORDS, total_tokens: 440 } })}\n\ndata: [DONE]\n\n`;
const harmless = JSON.stringify({
  id: 'm',
  model: 'bench',
  results: [{ flagged: false, categories: { 'self-harm': false }, category_scores: {} }],
});

let pace = { first_ms: 0, token_ms: 0 };
let asked = { calls: 0, longest_prompt: 0 };

/** @param {import('node:http').ServerResponse} response */
const speak = async (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  if (pace.first_ms === 0 && pace.token_ms === 0) {
    response.end(head + pieces.join('') + tail);
    return;
  }
  response.write(head);
  await pause(pace.first_ms);
  for (const piece of pieces) {
    response.write(piece);
    await pause(pace.token_ms);
  }
  response.end(tail);
};

const server = createServer((request, response) => {
  /** @type {Buffer[]} */
  const body = [];
  request.on('data', (bytes) => body.push(bytes));
  request.on('end', () => {
    const text = Buffer.concat(body).toString();
    if (request.url === '/__pace') {
      pace = JSON.parse(text);
      asked = { calls: 0, longest_prompt: 0 };
      response.end();
    } else if (request.url === '/__asked') {
      response.end(JSON.stringify(asked));
    } else if (request.url?.endsWith('/moderations')) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(harmless);
    } else {
      asked = { calls: asked.calls + 1, longest_prompt: Math.max(asked.longest_prompt, text.length) };
      response.on('error', () => undefined);
      void speak(response);
    }
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
