import { LeakIndex } from './leak-index.js';

const KEPT = 256;

/** An index for each set of instructions that is in use: most people share theirs with many. */
export class LeakIndexes {
  private readonly indexes = new Map<string, LeakIndex>();

  of(secret: string): LeakIndex {
    const known = this.indexes.get(secret);
    if (known !== undefined) return known;
    const index = new LeakIndex(secret);
    this.indexes.set(secret, index);
    const [oldest] = this.indexes.keys();
    if (this.indexes.size > KEPT && oldest !== undefined) this.indexes.delete(oldest);
    return index;
  }
}
