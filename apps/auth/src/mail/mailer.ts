/** A mail as it goes out. */
export interface Mail {
  /** One canonical address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly locale: string;
}

/** The way out for mail. */
export abstract class Mailer {
  /** Resolves when the next server has taken the mail; rejects when it has not. */
  abstract send(mail: Mail): Promise<void>;
}
