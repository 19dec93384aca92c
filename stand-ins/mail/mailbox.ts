import { BoundedList } from '../bounded-list.js';
import type { Mail } from './mail.js';

const KEPT_MAILS = 500;

/** The mails that were caught, whoever they were for. */
export class Mailbox {
  private readonly mails = new BoundedList<Mail>(KEPT_MAILS);

  add(mail: Mail): void {
    this.mails.add(mail);
  }

  /** Newest first; with an address, only what was delivered to it. */
  newestFirst(to?: string): readonly Mail[] {
    const wanted = to?.toLowerCase();
    return this.mails
      .all()
      .filter((mail) => wanted === undefined || mail.to.some((address) => address.toLowerCase() === wanted))
      .toReversed();
  }

  clear(): void {
    this.mails.clear();
  }
}
