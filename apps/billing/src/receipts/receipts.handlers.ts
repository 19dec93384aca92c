import { Controller } from '@nestjs/common';
import { billingRpc, type ActorIdRequest, type ReceiptView } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { ReceiptsService } from './receipts.service.js';

@Controller()
export class ReceiptsHandlers {
  constructor(private readonly receipts: ReceiptsService) {}

  @RpcHandler(billingRpc.getReceipt)
  getReceipt({ user_id, id }: ActorIdRequest): Promise<ReceiptView> {
    return this.receipts.get(user_id, id);
  }
}
