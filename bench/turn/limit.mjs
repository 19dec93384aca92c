import { randomUUID } from 'node:crypto';
import { Agent, createServer, request } from 'node:http';
import pg from 'pg';

/*
 * What a turn costs at the very least: one bare process, the same two durable writes, the last twenty lines, the
 * model's words passed on as they come. No sign-in, no broker, no rules.
 */

const model = new URL(process.env.OPENAI_BASE_URL ?? '');
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const begin = {
  name: 'begin',
  text: `WITH used AS (UPDATE usage SET total = total + 1 WHERE user_id = $1 RETURNING total),
           said AS (INSERT INTO messages (id, session_id, user_id, role, text) SELECT $3, $2, $1, 'user', $4 FROM used)
         SELECT total, (SELECT json_agg(line) FROM (
           SELECT role, text FROM messages WHERE session_id = $2 ORDER BY created_at DESC LIMIT 20) line)::text AS earlier
         FROM used`,
};
const finish = {
  name: 'finish',
  text: `INSERT INTO messages (id, session_id, user_id, role, text) VALUES ($3, $2, $1, 'ai', $4)`,
};

/**
 * @param {string} body
 * @param {(bytes: Buffer) => void} onBytes
 * @returns {Promise<void>}
 */
const ask = (body, onBytes) =>
  new Promise((resolve, reject) => {
    const asked = request(
      { agent, host: model.hostname, port: model.port, path: '/v1/chat/completions', method: 'POST' },
      (answer) => answer.on('data', onBytes).on('end', resolve).on('error', reject),
    );
    asked.on('error', reject).end(body);
  });

const server = createServer((incoming, response) => {
  let body = '';
  incoming.on('data', (bytes) => (body += bytes));
  incoming.on('end', () => {
    const { user_id, session_id, text } = JSON.parse(body);
    turn(user_id, session_id, text, response).catch(() => response.destroy());
  });
});

/**
 * @param {string} user
 * @param {string} session
 * @param {string} text
 * @param {import('node:http').ServerResponse} response
 */
const turn = async (user, session, text, response) => {
  const { rows } = await pool.query({ ...begin, values: [user, session, randomUUID(), text] });
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  let said = '';
  let rest = '';
  await ask(`{"stream":true,"model":"m","messages":${rows[0].earlier ?? '[]'}}`, (bytes) => {
    const lines = (rest + bytes.toString()).split('\n');
    rest = lines.pop() ?? '';
    let piece = '';
    for (const line of lines) {
      if (line.startsWith('data: {')) piece += JSON.parse(line.slice(6)).choices[0]?.delta.content ?? '';
    }
    if (piece === '') return;
    said += piece;
    response.write(`event: delta\ndata: ${JSON.stringify({ text: piece })}\n\n`);
  });
  await pool.query({ ...finish, values: [user, session, randomUUID(), said] });
  response.end('event: done\ndata: {}\n\n');
};

server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
