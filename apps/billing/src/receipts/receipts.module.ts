import { Module } from '@nestjs/common';
import { RefundsModule } from '../refunds/refunds.module.js';
import { ReceiptsHandlers } from './receipts.handlers.js';
import { ReceiptsRepository } from './receipts.repository.js';
import { ReceiptsService } from './receipts.service.js';

@Module({
  imports: [RefundsModule],
  controllers: [ReceiptsHandlers],
  providers: [ReceiptsService, ReceiptsRepository],
})
export class ReceiptsModule {}
