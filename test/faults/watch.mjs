import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './door.mjs';

const EVERY_MS = 25;

/**
 * How one question went, of those that are asked all the time.
 * @typedef {{ readonly at: number, readonly status: number, readonly ms: number }} Look
 */

/** Asks for something small again and again, which needs the broker, the database and two of the applications. */
export class Watch {
  /** @type {Look[]} */
  looks = [];
  isOver = false;

  /** @param {import('./ground.mjs').Ground} ground @param {string} token */
  constructor(ground, token) {
    this.ground = ground;
    this.token = token;
    this.ended = this.go();
  }

  async go() {
    const pending = new Set();
    while (!this.isOver) {
      const at = Date.now();
      const look = ask(`${this.ground.url}/v1/sessions?limit=1`, {
        headers: { authorization: `Bearer ${this.token}` },
      }).then(({ status, ms }) => {
        this.looks.push({ at, status, ms });
        pending.delete(look);
      });
      pending.add(look);
      await pause(EVERY_MS);
    }
    await Promise.all(pending);
  }

  async stop() {
    this.isOver = true;
    await this.ended;
  }

  /**
   * What was seen while something was wrong.
   * @param {{ from: number, back: number, to: number }} times `back`: when what was away was there again
   */
  during({ from, back, to }) {
    const looks = this.looks.filter(({ at }) => at >= from && at < to).sort((a, b) => a.at - b.at);
    const refused = looks.filter(({ status }) => status !== 200);
    const bad = refused.filter(({ status }) => status !== 503);
    const times = refused.map(({ ms }) => ms).sort((a, b) => a - b);
    const lastBad = refused.filter(({ at }) => at >= back).at(-1);
    const firstGood = looks.find(({ at, status }) => status === 200 && at >= (lastBad?.at ?? back));
    return {
      looks: looks.length,
      refused: refused.length,
      others: [...new Set(bad.map(({ status }) => status))],
      p50: Math.round(times[Math.floor(times.length / 2)] ?? 0),
      p95: Math.round(times[Math.floor(times.length * 0.95)] ?? 0),
      most: Math.round(times.at(-1) ?? 0),
      recovery: lastBad === undefined ? 0 : Math.round((firstGood?.at ?? to) + (firstGood?.ms ?? 0) - back),
    };
  }
}
