import { Module } from '@nestjs/common';
import { CashfreeClient } from './cashfree.client.js';
import { CashfreeProvider } from './cashfree.provider.js';
import { PaymentProvider } from './payment-provider.js';

@Module({
  providers: [CashfreeClient, { provide: PaymentProvider, useClass: CashfreeProvider }],
  exports: [PaymentProvider],
})
export class CashfreeModule {}
