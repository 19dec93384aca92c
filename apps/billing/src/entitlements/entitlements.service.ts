import { Injectable } from '@nestjs/common';
import type { UsageView } from '@saathi/contracts';
import { BillingConfig } from '../billing.config.js';
import { usageLeft } from './allowance.js';
import { EntitlementsRepository } from './entitlements.repository.js';

/** What a person may still use, for showing. Decisions are made where the use happens. */
@Injectable()
export class EntitlementsService {
  constructor(
    private readonly entitlements: EntitlementsRepository,
    private readonly config: BillingConfig,
  ) {}

  async getUsage(userId: string): Promise<UsageView> {
    const [{ now, ...totals }, passes] = await Promise.all([
      this.entitlements.findTotals(userId),
      this.entitlements.findPasses(userId),
    ]);
    const free = { messages: this.config.FREE_MESSAGES, call_seconds: this.config.FREE_CALL_SECONDS };
    return usageLeft(totals, free, passes, now);
  }
}
