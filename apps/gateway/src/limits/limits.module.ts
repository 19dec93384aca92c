import { Module } from '@nestjs/common';
import { Ledger } from './ledger.js';
import { RateLimiter } from './rate-limiter.js';

/** How often somebody may ask, on all replicas together. */
@Module({ providers: [Ledger, RateLimiter] })
export class LimitsModule {}
