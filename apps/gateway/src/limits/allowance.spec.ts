import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Count, KeptCount } from '@saathi/messaging';
import { setImmediate as turn } from 'node:timers/promises';
import { Allowance } from './allowance.js';

const LIMIT = 120;
const START = 1_800_000_000_000;

/** The ledger of all replicas: keeps one count, answers a little later, and can be away or lose everything. */
class Book {
  isAway = false;
  answers = true;
  questions = 0;
  private kept: KeptCount | undefined;
  private revision = 0;

  async read(): Promise<KeptCount | undefined> {
    await this.answer();
    return this.kept;
  }

  async replace(_key: string, revision: number, count: Count): Promise<number | undefined> {
    await this.answer();
    if ((this.kept?.revision ?? 0) !== revision) return undefined;
    this.revision += 1;
    this.kept = { ...count, revision: this.revision };
    return this.revision;
  }

  lose(): void {
    this.kept = undefined;
    this.revision = 0;
  }

  private async answer(): Promise<void> {
    this.questions += 1;
    await turn();
    if (!this.answers) throw new Error('away');
  }
}

let now = START;
let book: Book;
let one: Allowance;
let other: Allowance;

beforeEach(() => {
  now = START;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  book = new Book();
  [one, other] = [new Allowance('k', LIMIT, book), new Allowance('k', LIMIT, book)];
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** How many of `times` requests pass, sent one after the other to the replicas in turn. */
const inTurn = async (times: number, ...replicas: Allowance[]): Promise<number> => {
  let passed = 0;
  for (let n = 0; n < times; n += 1) if (await replicas[n % replicas.length]?.take()) passed += 1;
  return passed;
};

/** The same, sent at once. */
const atOnce = async (times: number, ...replicas: Allowance[]): Promise<number> => {
  const answers = Array.from({ length: times }, async (_, n) => await replicas[n % replicas.length]?.take());
  return (await Promise.all(answers)).filter(Boolean).length;
};

describe('an allowance', () => {
  it('lets through exactly its limit, on one replica', async () => {
    expect(await inTurn(3 * LIMIT, one)).toBe(LIMIT);
    expect(one.remaining).toBe(0);
  });

  it('lets through exactly its limit, on two replicas in turn', async () => {
    expect(await inTurn(3 * LIMIT, one, other)).toBe(LIMIT);
  });

  it.each([2, 3, 5])(
    'lets through exactly its limit of many requests at once on %i replicas',
    async (count) => {
      const more = Array.from({ length: count - 2 }, () => new Allowance('k', LIMIT, book));
      expect(await atOnce(3 * LIMIT, one, other, ...more)).toBe(LIMIT);
    },
  );

  it('lets through exactly its limit again in the next minute', async () => {
    for (let minute = 0; minute < 3; minute += 1) {
      expect(await atOnce(3 * LIMIT, one, other)).toBe(LIMIT);
      expect(await inTurn(10, one, other)).toBe(0);
      now += 60_000;
    }
  });

  it('counts a minute from the first request, wherever that came', async () => {
    await one.take();
    now += 40_000;
    await other.take();
    expect([one.resetsAt, other.resetsAt]).toEqual([START + 60_000, START + 60_000]);
  });

  it('asks far less often than it is asked', async () => {
    await inTurn(LIMIT, one);
    expect(book.questions).toBeLessThan(LIMIT / 3);
    const { questions } = book;
    await inTurn(1000, one);
    expect(book.questions).toBe(questions);
  });

  it('leaves little lying at a replica that is not asked again', async () => {
    await other.take();
    expect(await inTurn(3 * LIMIT, one)).toBeGreaterThanOrEqual(LIMIT - LIMIT / 8);
  });

  it('says what is left', async () => {
    await inTurn(10, one);
    expect(one.remaining).toBe(LIMIT - 10);
  });

  it('can be given back', async () => {
    await inTurn(LIMIT, one);
    one.giveBack();
    expect(await inTurn(2, one)).toBe(1);
  });

  it('tells of a refusal once a minute', async () => {
    await one.take();
    expect([one.tellRefusal(), one.tellRefusal()]).toEqual([true, false]);
    now += 60_000;
    await one.take();
    expect(one.tellRefusal()).toBe(true);
  });
});

describe('an allowance without its ledger', () => {
  it.each([
    ['is known to be away', () => (book.isAway = true)],
    ['does not answer', () => (book.answers = false)],
  ])('that %s is counted by each replica, up to the whole limit', async (_how, leave) => {
    leave();
    expect(await atOnce(3 * LIMIT, one)).toBe(LIMIT);
    expect(await inTurn(3 * LIMIT, other)).toBe(LIMIT);
  });

  it('still remembers what the others had taken', async () => {
    await inTurn(80, one, other);
    book.isAway = true;
    expect(await inTurn(3 * LIMIT, one)).toBeLessThan(LIMIT - 30);
  });

  it('tells the ledger afterwards what it let through', async () => {
    book.isAway = true;
    await inTurn(70, one);
    book.isAway = false;
    await one.take();
    expect(await inTurn(3 * LIMIT, other, one)).toBe(LIMIT - 71);
  });

  it('tells a ledger that lost everything all of it again', async () => {
    await inTurn(70, one);
    book.lose();
    await inTurn(20, one);
    expect(await inTurn(3 * LIMIT, one, other)).toBe(LIMIT - 90);
  });

  it('does not take the requests of a past minute into the next', async () => {
    await inTurn(3 * LIMIT, one, other);
    book.lose();
    now += 60_000;
    expect(await inTurn(3 * LIMIT, one, other)).toBe(LIMIT);
  });
});

describe('an allowance beside a replica whose clock is wrong', () => {
  it('follows it into a minute that begins a little early', async () => {
    await inTurn(3 * LIMIT, one, other);
    now += 59_000;
    const ahead = new Allowance('k', LIMIT, book);
    now += 2000;
    await ahead.take();
    now -= 2000;
    expect(await inTurn(3 * LIMIT, new Allowance('k', LIMIT, book), ahead)).toBe(LIMIT - 1);
  });

  it('waits for no minute that ends next hour', async () => {
    now += 3_600_000;
    await inTurn(3 * LIMIT, other);
    now -= 3_600_000;
    expect(await one.take()).toBe(true);
    expect(one.resetsAt).toBe(START + 60_000);
  });
});
