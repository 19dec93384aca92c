import { randomUUID, sign } from 'node:crypto';
import pg from 'pg';

const WHEN = ['Aaj', 'Kal raat', 'आज सुबह', 'Last week', 'Do din pehle', 'This evening', 'पिछले महीने'];
const WHO = ['boss ne', 'meri behen ne', 'एक दोस्त ने', 'my mother', 'padosi ne'];
const WHAT = [
  'sabke saamne daanta aur main kuch bol nahi payi',
  'mujhe phone kiya aur der tak ghar ki baat ki',
  'एक पुरानी चिट्ठी दिखाई, मैं रो पड़ी',
  'asked me when I would marry, again',
  'exam ke baare mein poocha aur neend ud gayi',
  'said that I work too much and laugh too little',
];
/** As people talk: each time something else, in three languages. */
const TEXTS = WHEN.flatMap((when) => WHO.flatMap((who) => WHAT.map((what) => `${when} ${who} ${what}`)));

/** Every person has a pass, so that nothing but the machine limits them. @param {string} url */
export const database = async (url) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};

/**
 * @param {pg.Client} client of our database
 * @param {import('../../tools/secrets.mjs').JwtKey} key
 * @param {number} count
 * @param {{ history?: number }} options messages in each one's session beforehand
 */
export const ourPeople = async (client, key, count, { history = 0 } = {}) => {
  const people = Array.from({ length: count }, () => ({ user: randomUUID(), session: randomUUID() }));
  const users = people.map(({ user }) => user);
  const sessions = people.map(({ session }) => session);
  await client.query(
    `INSERT INTO users (id, name, email, gender) SELECT id, 'Asha', id || '@bench.test', 'female' FROM unnest($1::uuid[]) AS id`,
    [users],
  );
  await client.query(
    `INSERT INTO subscriptions (user_id, plan_type, amount, start_date, end_date)
     SELECT id, 'weekly', 199, now(), now() + interval '7 days' FROM unnest($1::uuid[]) AS id`,
    [users],
  );
  await client.query(
    `INSERT INTO sessions (id, user_id, persona_snapshot)
     SELECT session, person, $3 FROM unnest($1::uuid[], $2::uuid[]) AS one(session, person)`,
    [sessions, users, SNAPSHOT],
  );
  if (history > 0) await remember(client, users, sessions, history);
  return people.map(({ user, session }) => ({
    path: `/v1/sessions/${session}/messages`,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${tokenFor(user, key)}`,
    },
    bodies: TEXTS.map((text) => JSON.stringify({ text })),
  }));
};

/** @param {pg.Client} client of the limit's database @param {number} count @param {{ history?: number }} options */
export const limitPeople = async (client, count, { history = 0 } = {}) => {
  const people = Array.from({ length: count }, () => ({ user: randomUUID(), session: randomUUID() }));
  const users = people.map(({ user }) => user);
  await client.query('INSERT INTO usage (user_id) SELECT unnest($1::uuid[])', [users]);
  if (history > 0)
    await remember(
      client,
      users,
      people.map(({ session }) => session),
      history,
    );
  return people.map(({ user, session }) => ({
    path: '/turn',
    headers: { 'content-type': 'application/json' },
    bodies: TEXTS.map((text) => JSON.stringify({ user_id: user, session_id: session, text })),
  }));
};

/** @param {pg.Client} client @param {string[]} users @param {string[]} sessions @param {number} history */
const remember = async (client, users, sessions, history) => {
  await client.query(
    `INSERT INTO messages (id, session_id, user_id, role, text, created_at)
     SELECT gen_random_uuid(), session, person, CASE WHEN n % 2 = 0 THEN 'ai' ELSE 'user' END::message_role_enum,
       'Line ' || n || ' of a long talk about work, family and what tomorrow brings', now() - make_interval(secs => $3::int - n)
     FROM unnest($1::uuid[], $2::uuid[]) AS one(session, person), generate_series(1, $3::int) AS n`,
    [sessions, users, history],
  );
  await client.query('ANALYZE messages');
};

/** A token as auth makes them. @param {string} user @param {import('../../tools/secrets.mjs').JwtKey} key */
const tokenFor = (user, { kid, private_pem }) => {
  const now = Math.floor(Date.now() / 1000);
  const encode = (/** @type {object} */ part) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = {
    iss: 'saathi',
    aud: 'saathi',
    sub: user,
    sid: randomUUID(),
    jti: randomUUID(),
    iat: now,
    exp: now + 3600,
  };
  const text = `${encode({ alg: 'ES256', typ: 'at+jwt', kid })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key: private_pem, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
};

const SNAPSHOT = {
  schema: 1,
  base: 'sweet_supportive',
  base_version: '2026-01',
  revision: 0,
  frozen: false,
  style: {
    warmth: 0.8,
    playfulness: 0.4,
    directness: 0.5,
    formality: 0.3,
    verbosity: 0.4,
    emoji: 0.2,
    flirt: 0,
  },
  language: { mix: 'mirror', script: 'mirror', honorific: 'tum' },
  do: ['keep it short'],
  avoid: ['advice before listening'],
  boundaries: [],
  focus: ['saying no at work'],
  pinned: [],
  model: 'bench',
  prompt_sha256: 'x',
};
