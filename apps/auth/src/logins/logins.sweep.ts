import { Injectable } from '@nestjs/common';
import { Sweep } from '@saathi/platform';
import { LoginsService } from './logins.service.js';

/** An ended login must be shut out everywhere soon, whatever happened to the process that ended it. */
const INTERVAL_SECONDS = 5;

/** Tells of ended logins that nobody was told of. */
@Injectable()
export class LoginsSweep extends Sweep {
  constructor(logins: LoginsService) {
    super('tell of ended logins', INTERVAL_SECONDS, () => logins.tellUntold());
  }
}
