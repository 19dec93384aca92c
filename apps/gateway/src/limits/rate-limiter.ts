import { Injectable, Logger } from '@nestjs/common';
import { clientNetwork, rateLimited } from '@saathi/platform';
import { createHash } from 'node:crypto';
import { GatewayConfig } from '../gateway.config.js';
import { Allowance } from './allowance.js';
import { Ledger } from './ledger.js';

/** Mobile carriers in India put very many phones behind one address; codes have limits of their own besides. */
const PEOPLE_PER_ADDRESS = 25;
const MAX_ALLOWANCES = 50_000;

/** Whom a limit is for. */
export type Limited = 'user' | 'address';

/** The limits of everybody who came lately. */
@Injectable()
export class RateLimiter {
  private readonly log = new Logger(RateLimiter.name);
  private readonly allowances = new Map<string, Allowance>();

  constructor(
    private readonly config: GatewayConfig,
    private readonly ledger: Ledger,
  ) {}

  /** What one person may do, wherever they are signed in. */
  ofUser(userId: string): Allowance {
    return this.find(`user ${userId}`, this.config.RATE_LIMIT_PER_MINUTE);
  }

  /** What may come from one address without a good access token. */
  ofAddress(address: string): Allowance {
    const limit = this.config.RATE_LIMIT_PER_MINUTE * PEOPLE_PER_ADDRESS;
    return this.find(`address ${clientNetwork(address)}`, limit);
  }

  /** Counts a refusal, and tells of the first one in a window. */
  noteRefusal(allowance: Allowance, limited: Limited): void {
    rateLimited.inc({ limited });
    if (allowance.tellRefusal()) this.log.warn('rate limit reached', { limited, limit: allowance.limit });
  }

  private find(name: string, limit: number): Allowance {
    const known = this.allowances.get(name);
    if (known !== undefined) return known;
    this.makeRoom();
    const allowance = new Allowance(keyOf(name), limit, this.ledger);
    this.allowances.set(name, allowance);
    return allowance;
  }

  /** Each newcomer looks at the two that were looked at longest ago, so the map stays as small as its use. */
  private makeRoom(): void {
    const isFull = this.allowances.size >= MAX_ALLOWANCES;
    for (let looks = 0; looks < 2; looks += 1) {
      const [oldest] = this.allowances;
      if (oldest === undefined) return;
      const [name, allowance] = oldest;
      this.allowances.delete(name);
      if (!isFull && !allowance.isOver(Date.now())) this.allowances.set(name, allowance);
    }
  }
}

/** The broker sees neither a user's id nor an address. */
const keyOf = (name: string): string => createHash('sha256').update(name).digest('base64url').slice(0, 22);
