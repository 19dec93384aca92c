import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { WebhooksService } from './webhooks.service.js';

const INTERVAL_SECONDS = 1;

/** Acts on webhooks that were taken in by a process that did not get to it. */
@Injectable()
export class WebhooksSweep extends Sweep {
  constructor(webhooks: WebhooksService) {
    super('process webhooks', INTERVAL_SECONDS, () => webhooks.processDue());
  }
}
