import { Injectable } from '@nestjs/common';
import { MergeRepository } from '../summaries/merge.repository.js';
import { UpkeepRepository, type DeadLetter, type Replayed } from './upkeep.repository.js';

/** What an operator does by hand: try again, and make anew. */
@Injectable()
export class UpkeepService {
  constructor(
    private readonly upkeep: UpkeepRepository,
    private readonly merges: MergeRepository,
  ) {}

  async deadLetters(): Promise<DeadLetter[]> {
    return this.upkeep.deadLetters();
  }

  async replayDeadLetters(): Promise<Replayed> {
    return this.upkeep.replayDeadLetters();
  }

  /**
   * Makes every summary anew from its rows: fields of sessions, ledger and merged row. What is right stays as it is.
   * @returns how many persons there were
   */
  async rebuildSummaries(): Promise<number> {
    let persons = 0;
    let last: string | undefined;
    for (;;) {
      const page = await this.upkeep.personsAfter(last);
      for (const userId of page) await this.merges.rebuild(userId);
      persons += page.length;
      last = page.at(-1);
      if (last === undefined) return persons;
    }
  }
}
