import { Injectable } from '@nestjs/common';
import { ACCESS_TOKEN } from '@saathi/contracts';
import { GatewayConfig } from '../gateway.config.js';

/** Logins that ended, and people whose account was closed, while some of their access tokens had not yet expired. */
@Injectable()
export class Revocations {
  private readonly until = new Map<string, number>();

  constructor(private readonly config: GatewayConfig) {}

  /** @param id of a login or of a person */
  add(id: string): void {
    this.forgetExpired();
    const life = this.config.ACCESS_TTL_SECONDS + ACCESS_TOKEN.clock_tolerance_seconds;
    // Taken out first: the order of the entries is the order of their time.
    this.until.delete(id);
    this.until.set(id, Date.now() + life * 1000);
  }

  has(id: string): boolean {
    return this.until.has(id);
  }

  // Entries are in the order of their time, so the first one that is not over ends the search.
  private forgetExpired(): void {
    const now = Date.now();
    for (const [id, until] of this.until) {
      if (until > now) return;
      this.until.delete(id);
    }
  }
}
