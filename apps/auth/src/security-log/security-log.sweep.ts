import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { SecurityLogRepository } from './security-log.repository.js';

const DAY_SECONDS = 86_400;

/** Deletes what is a year old. */
@Injectable()
export class SecurityLogSweep extends Sweep {
  constructor(repository: SecurityLogRepository) {
    super('delete old security events', DAY_SECONDS, () => repository.deleteOld());
  }
}
