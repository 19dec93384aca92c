import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { WebhooksRepository } from './webhooks.repository.js';

const HOUR_SECONDS = 3600;

/** Forgets what webhooks said of payers a month ago. */
@Injectable()
export class ForgettingSweep extends Sweep {
  constructor(webhooks: WebhooksRepository) {
    super('forget old webhooks', HOUR_SECONDS, () => webhooks.forgetBodies());
  }
}
