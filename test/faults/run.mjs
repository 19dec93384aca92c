import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chanceOf, oneOf } from './chance.mjs';
import { check } from './checker.mjs';
import { everyFault } from './faults.mjs';
import { startGround } from './ground.mjs';
import { Journal } from './journal.mjs';
import { Person } from './person.mjs';
import { Watch } from './watch.mjs';

/*
 * People talk, things go wrong, and in the end what they were told is compared with what is stored. See README.md.
 */

/** How long what was under way may take to come right in the end. */
const HEALING_MS = 90_000;
const CHECK_AGAIN_MS = 1000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '90' },
    people: { type: 'string', default: '20' },
    every: { type: 'string', default: '5' },
    away: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
  },
});
const [seconds, people, every, away, seed] = [
  values.seconds,
  values.people,
  values.every,
  values.away,
  values.seed,
].map(Number);

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/** @param {number} since */
const secondsSince = (since) => ((Date.now() - since) / 1000).toFixed(1).padStart(6);

const main = async () => {
  say(`seed ${seed}: ${people} people, ${seconds} s, a fault every ${every} s`);
  const chance = chanceOf(seed ?? 0);
  const ground = await startGround({ say });
  const journal = new Journal(join(ground.folder, 'journal.ndjson'));
  const all = [];
  for (let count = 0; count < (people ?? 0); count += 1)
    all.push(await Person.join(ground, journal, chanceOf(Math.floor(chance() * 2 ** 32))));
  const [first] = all;
  if (first === undefined) throw new Error('nobody talks');
  const watch = new Watch(ground, first.login.access_token);
  const talks = all.map((person) => person.talk());
  const startedAt = Date.now();
  const faults = everyFault({ away: away ?? 0 });
  /** Each happens once before any happens again. */
  const waiting = [...faults];
  await pause(2000);
  while (Date.now() - startedAt < (seconds ?? 0) * 1000) {
    const fault = waiting.shift() ?? oneOf(chance, faults);
    const from = Date.now();
    let back = from;
    await fault.happen(ground, () => (back = Date.now()));
    await pause((every ?? 0) * 1000);
    const { looks, refused, others, p50, p95, most, recovery } = watch.during({ from, back, to: Date.now() });
    say(
      `${secondsSince(startedAt)} s  ${fault.name.padEnd(22)} away ${String(back - from).padStart(6)} ms; ` +
        `${refused} of ${looks} refused in p50 ${p50}, p95 ${p95}, ${most} ms at most` +
        `${others.length > 0 ? ` (also ${others.join(', ')})` : ''}; well again ${recovery} ms after`,
    );
  }
  await fetch(`${ground.model}/__faults`, { method: 'DELETE' });
  await watch.stop();
  for (const person of all) person.stop();
  const complaints = (await Promise.allSettled(talks)).flatMap((talk) =>
    talk.status === 'rejected' ? [String(talk.reason)] : [],
  );
  let disagreements = await check(ground.database, journal);
  for (const end = Date.now() + HEALING_MS; disagreements.length > 0 && Date.now() < end;) {
    await pause(CHECK_AGAIN_MS);
    disagreements = await check(ground.database, journal);
  }
  const told = (/** @type {import('./journal.mjs').Entry['kind']} */ kind) => journal.of(kind).length;
  say(
    `${told('said')} messages acknowledged, ${told('whole')} replies read whole, ${told('remade')} made again, ` +
      `${told('ended')} sessions ended, ${told('paid')} orders paid, ${told('answered')} refusals`,
  );
  await ground.stop();
  for (const line of [...complaints, ...disagreements]) say(`WRONG  ${line}`);
  if (complaints.length + disagreements.length > 0) {
    say(`seed ${seed}; the journal and the logs are in ${ground.folder} and ${ground.logs}`);
    return 1;
  }
  ground.remove();
  say('Nothing that was acknowledged is lost, and nothing is there twice.');
  return 0;
};

process.exit(await main());
