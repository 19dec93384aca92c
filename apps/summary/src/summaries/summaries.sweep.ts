import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { SummaryConfig } from '../summary.config.js';
import { SummariseService } from './summarise.service.js';

/** Finds ended sessions without a summary, whose event was lost or given up. */
@Injectable()
export class SummariesSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly task: PeriodicTask;

  constructor(summarise: SummariseService, { SWEEP_INTERVAL_SECONDS }: SummaryConfig) {
    this.task = new PeriodicTask('find missed summaries', SWEEP_INTERVAL_SECONDS * 1000, () =>
      summarise.remindOfMissed(SWEEP_INTERVAL_SECONDS),
    );
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.task.stop();
  }
}
