import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { PeriodicTask } from '@saathi/platform';
import { OtpRepository } from './otp.repository.js';

const HOUR_MS = 3_600_000;

/** Deletes challenges, codes and registrations that are a day old. */
@Injectable()
export class OtpSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly task: PeriodicTask;

  constructor(codes: OtpRepository) {
    this.task = new PeriodicTask('delete old codes', HOUR_MS, () => codes.deleteOld());
  }

  onApplicationBootstrap(): void {
    this.task.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.task.stop();
  }
}
