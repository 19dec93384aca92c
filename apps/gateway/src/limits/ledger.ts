import { Injectable, Logger } from '@nestjs/common';
import { SharedCounts, type Count, type KeptCount } from '@saathi/messaging';

/** After a question without an answer each replica counts by itself for so long, and keeps nobody waiting. */
const ASK_AGAIN_MS = 1000;

/** What the replicas have granted together, while it can be asked. */
@Injectable()
export class Ledger {
  private readonly log = new Logger(Ledger.name);
  private awayUntil = 0;
  private toldOfOutage = false;

  constructor(private readonly counts: SharedCounts) {}

  /** Whether it is of no use to ask now. */
  get isAway(): boolean {
    return Date.now() < this.awayUntil;
  }

  /** See `SharedCounts`. */
  async read(key: string): Promise<KeptCount | undefined> {
    return await this.noticing(this.counts.read(key));
  }

  /** See `SharedCounts`. */
  async replace(key: string, revision: number, count: Count): Promise<number | undefined> {
    return await this.noticing(this.counts.replace(key, revision, count));
  }

  private async noticing<T>(question: Promise<T>): Promise<T> {
    try {
      const answer = await question;
      if (this.toldOfOutage) this.log.log('limits are shared again');
      this.toldOfOutage = false;
      return answer;
    } catch (error) {
      this.awayUntil = Date.now() + ASK_AGAIN_MS;
      if (!this.toldOfOutage) this.log.warn('limits are counted by this replica alone', {}, error);
      this.toldOfOutage = true;
      throw error;
    }
  }
}
