/** Keeps the newest entries and forgets the oldest, so that a long day does not fill the memory. */
export class BoundedList<T> {
  private entries: T[] = [];

  constructor(private readonly limit: number) {}

  add(entry: T): void {
    this.entries.push(entry);
    if (this.entries.length > this.limit) this.entries.shift();
  }

  /** Oldest first. */
  all(): readonly T[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
  }
}
