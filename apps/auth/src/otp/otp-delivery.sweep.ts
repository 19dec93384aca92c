import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { SILENT_SECONDS } from './otp-delivery.js';
import { OtpService } from './otp.service.js';

const INTERVAL_SECONDS = 10;

/** Somebody is waiting for each of these mails. */
@Injectable()
export class OtpDeliverySweep extends Sweep {
  constructor(otp: OtpService) {
    super('send abandoned codes', INTERVAL_SECONDS, () => otp.sendAbandoned(SILENT_SECONDS));
  }
}
