import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/*
 * A model that costs next to nothing: forty words or as many as are wished, at once or at a pace. It speaks the protocol of OpenAI's chat
 * completions and moderations, and hears at /__pace how fast it is to be and at /__asked what it was asked.
 */

const chunk = (/** @type {object} */ delta, /** @type {string | null} */ finish_reason = null) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'bench', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
/** As people talk: no word twice in a row, none that might be a code. */
const WORDS =
  'aaj ka din lamba tha aur tumne phir bhi sab sambhal liya yeh choti baat nahi hai thoda ruko saans lo'.split(
    ' ',
  );
const piecesOf = (/** @type {{ words: number, times: number }} */ { words, times }) =>
  Array.from({ length: words }, (_, index) =>
    chunk({
      content: Array.from({ length: times }, (_, more) => ` ${WORDS[(index + more) % WORDS.length]}`).join(
        '',
      ),
    }),
  );
const head = chunk({ role: 'assistant', content: '' });
const tail = `${chunk({}, 'stop')}data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'bench', choices: [], usage: { prompt_tokens: 400, completion_tokens: 40, total_tokens: 440 } })}\n\ndata: [DONE]\n\n`;
const harmless = JSON.stringify({
  id: 'm',
  model: 'bench',
  results: [{ flagged: false, categories: { 'self-harm': false }, category_scores: {} }],
});

let pace = { first_ms: 0, token_ms: 0, words: 40, times: 1 };
let pieces = piecesOf(pace);
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
      pace = { ...pace, words: 40, times: 1, ...JSON.parse(text) };
      pieces = piecesOf(pace);
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
