import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { OtpRepository } from './otp.repository.js';

const HOUR_SECONDS = 3600;

/** Deletes challenges, codes and registrations that are a day old, and counts that guard nothing any more. */
@Injectable()
export class OtpSweep extends Sweep {
  constructor(codes: OtpRepository) {
    super('delete old codes', HOUR_SECONDS, () => codes.deleteOld());
  }
}
