import { Module } from '@nestjs/common';
import { MailModule } from '../mail/mail.module.js';
import { OperatorRecordModule } from '../operator-record/operator-record.module.js';
import { SecurityLogModule } from '../security-log/security-log.module.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { OtpDelivery } from './otp-delivery.js';
import { OtpDeliverySweep } from './otp-delivery.sweep.js';
import { OtpHandlers } from './otp.handlers.js';
import { OtpRepository } from './otp.repository.js';
import { OtpService } from './otp.service.js';
import { OtpSweep } from './otp.sweep.js';

@Module({
  imports: [MailModule, OperatorRecordModule, SecurityLogModule, SignInModule],
  controllers: [OtpHandlers],
  providers: [OtpService, OtpRepository, OtpDelivery, OtpDeliverySweep, OtpSweep],
  exports: [OtpService],
})
export class OtpModule {}
