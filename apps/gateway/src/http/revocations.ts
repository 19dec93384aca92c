import { Injectable } from '@nestjs/common';
import { ACCESS_TOKEN } from '@saathi/contracts';
import { GatewayConfig } from '../gateway.config.js';

/** Logins that ended while some of their access tokens had not yet expired. */
@Injectable()
export class RevokedLogins {
  private readonly until = new Map<string, number>();

  constructor(private readonly config: GatewayConfig) {}

  add(loginId: string): void {
    this.forgetExpired();
    const life = this.config.ACCESS_TTL_SECONDS + ACCESS_TOKEN.clock_tolerance_seconds;
    // Taken out first: the order of the entries is the order of their time.
    this.until.delete(loginId);
    this.until.set(loginId, Date.now() + life * 1000);
  }

  has(loginId: string): boolean {
    return this.until.has(loginId);
  }

  // Entries are in the order of their time, so the first one that is not over ends the search.
  private forgetExpired(): void {
    const now = Date.now();
    for (const [loginId, until] of this.until) {
      if (until > now) return;
      this.until.delete(loginId);
    }
  }
}
