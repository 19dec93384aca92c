import pg from 'pg';

/**
 * Compares what people were told with what is stored, when everything has healed.
 * @param {string} database
 * @param {import('./journal.mjs').Journal} journal
 * @returns {Promise<string[]>} what does not agree; nothing when all is well
 */
export const check = async (database, journal) => {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    /** @param {string} sql @param {unknown[]} [values] */
    const rows = async (sql, values) => (await client.query(sql, values)).rows;
    return [...(await whatWasTold(rows, journal)), ...(await whatIsStored(rows))];
  } finally {
    await client.end();
  }
};

/** @typedef {(sql: string, values?: unknown[]) => Promise<any[]>} Rows */

/** @param {Rows} rows @param {import('./journal.mjs').Journal} journal */
const whatWasTold = async (rows, journal) => {
  const faults = [];
  const stored = new Map((await rows('SELECT id, role, text FROM messages')).map((row) => [row.id, row]));
  const byKey = new Map();
  for (const { key, message_id, text } of journal.of('said')) {
    const row = stored.get(message_id);
    if (row?.role !== 'user' || row.text !== text)
      faults.push(`message ${message_id} was acknowledged and is lost`);
    if ((byKey.get(key) ?? message_id) !== message_id) faults.push(`key ${key} became two messages`);
    byKey.set(key, message_id);
  }
  for (const { reply_id, text } of journal.of('whole')) {
    if (stored.get(reply_id)?.text !== text)
      faults.push(`reply ${reply_id} ended and is not stored as it was shown`);
  }
  const remade = new Set(journal.of('remade').map(({ reply_id }) => reply_id));
  for (const { reply_id, text } of journal.of('saw')) {
    if (text === '' || remade.has(reply_id)) continue;
    if (stored.get(reply_id)?.text.startsWith(text) !== true)
      faults.push(`reply ${reply_id} was shown otherwise than it is stored`);
  }
  const sessions = new Map((await rows('SELECT id, ended_at FROM sessions')).map((row) => [row.id, row]));
  for (const { session_id } of journal.of('started'))
    if (!sessions.has(session_id)) faults.push(`session ${session_id} was started and is lost`);
  for (const { session_id } of journal.of('ended'))
    if (!sessions.get(session_id)?.ended_at) faults.push(`session ${session_id} was ended and is open`);
  const payments = new Map((await rows('SELECT id, status FROM payments')).map((row) => [row.id, row]));
  for (const { payment_id } of journal.of('paid'))
    if (payments.get(payment_id)?.status !== 'success')
      faults.push(`payment ${payment_id} was paid and gave no pass`);
  return faults;
};

/** Each asks for what must not be; `what` names the rows. */
const NEVER = [
  {
    what: 'more than one reply to a message',
    sql: `SELECT user_message_id AS id FROM turns JOIN messages ON messages.id = turns.reply_id GROUP BY 1 HAVING count(*) > 1`,
  },
  {
    what: 'a message twice in a session within one key',
    sql: `SELECT key AS id FROM idempotency_keys GROUP BY user_id, operation, key HAVING count(*) > 1`,
  },
  {
    what: 'a count of messages that is not the messages',
    sql: `SELECT user_id AS id FROM usage_stats WHERE total_messages <>
            (SELECT count(*) FROM messages JOIN sessions ON sessions.id = messages.session_id
             WHERE messages.user_id = usage_stats.user_id AND messages.role = 'user' AND sessions.type = 'chat')`,
  },
  {
    what: 'call seconds that are not the calls',
    sql: `SELECT user_id AS id FROM usage_stats WHERE total_call_seconds <>
            (SELECT coalesce(sum(duration_seconds), 0) FROM calls WHERE calls.user_id = usage_stats.user_id)`,
  },
  { what: 'a turn that never ended', sql: `SELECT reply_id AS id FROM turns WHERE state = 'running'` },
  {
    what: 'an ended session without a summary or a reason',
    sql: `SELECT id FROM sessions LEFT JOIN session_summaries ON session_id = id
          WHERE ended_at IS NOT NULL AND coalesce(status, 'pending') = 'pending'`,
  },
  {
    what: 'a summary that counts twice, or not at all',
    sql: `SELECT user_id AS id FROM user_summary_latest WHERE confidence_score <>
            (SELECT coalesce(sum(delta), 0) FROM confidence_events WHERE confidence_events.user_id = user_summary_latest.user_id)`,
  },
  {
    what: 'passes that are not the payments',
    sql: `SELECT id FROM users WHERE (SELECT count(*) FROM payments WHERE user_id = users.id AND status = 'success') <>
            (SELECT count(*) FROM subscriptions WHERE user_id = users.id)`,
  },
  {
    what: 'an event of a payment that nobody handled',
    sql: `SELECT id FROM payment_events WHERE status NOT IN ('processed', 'ignored', 'stale')`,
  },
];

/** @param {Rows} rows */
const whatIsStored = async (rows) => {
  const faults = [];
  for (const { what, sql } of NEVER) for (const { id } of await rows(sql)) faults.push(`${what}: ${id}`);
  return faults;
};
