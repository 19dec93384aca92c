import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { WebhooksService } from './webhooks.service.js';

const INTERVAL_MS = 5000;

/** Acts on webhooks that were taken in by a process that did not get to it. */
@Injectable()
export class WebhooksSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly task: PeriodicTask;

  constructor(webhooks: WebhooksService) {
    this.task = new PeriodicTask('process webhooks', INTERVAL_MS, () => webhooks.processDue());
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.task.stop();
  }
}
