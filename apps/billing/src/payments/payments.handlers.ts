import { Controller } from '@nestjs/common';
import {
  billingRpc,
  type ActorIdRequest,
  type ActorPageRequest,
  type CreatePaymentRequest,
  type PaymentPage,
  type PaymentView,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { PaymentsService } from './payments.service.js';

@Controller()
export class PaymentsHandlers {
  constructor(private readonly payments: PaymentsService) {}

  @RpcHandler(billingRpc.createPayment)
  createPayment(request: CreatePaymentRequest): Promise<PaymentView> {
    return this.payments.create(request);
  }

  @RpcHandler(billingRpc.getPayment)
  getPayment({ user_id, id }: ActorIdRequest): Promise<PaymentView> {
    return this.payments.get(user_id, id);
  }

  @RpcHandler(billingRpc.listPayments)
  listPayments(request: ActorPageRequest): Promise<PaymentPage> {
    return this.payments.list(request);
  }
}
