import { Module } from '@nestjs/common';
import { OperatorRecordModule } from '../operator-record/operator-record.module.js';
import { OtpModule } from '../otp/otp.module.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { TokensModule } from '../tokens/tokens.module.js';
import { OperatorsHandlers } from './operators.handlers.js';
import { OperatorsRepository } from './operators.repository.js';
import { OperatorsService } from './operators.service.js';

@Module({
  imports: [OperatorRecordModule, OtpModule, SignInModule, TokensModule],
  controllers: [OperatorsHandlers],
  providers: [OperatorsService, OperatorsRepository],
})
export class OperatorsModule {}
