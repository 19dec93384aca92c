import { Module } from '@nestjs/common';
import { CashfreeProvider } from './cashfree.provider.js';
import { PaymentProvider } from './payment-provider.js';

@Module({ providers: [{ provide: PaymentProvider, useClass: CashfreeProvider }], exports: [PaymentProvider] })
export class CashfreeModule {}
