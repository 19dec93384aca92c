import { Controller } from '@nestjs/common';
import {
  authRpc,
  type ActorRequest,
  type ErasureReceiptView,
  type ErasureView,
  type IdParams,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { ErasureService } from './erasure.service.js';

@Controller()
export class ErasureHandlers {
  constructor(private readonly erasure: ErasureService) {}

  @RpcHandler(authRpc.erasePerson)
  erasePerson({ user_id }: ActorRequest): Promise<ErasureReceiptView> {
    return this.erasure.erase(user_id);
  }

  @RpcHandler(authRpc.getErasure)
  getErasure({ id }: IdParams): Promise<ErasureView> {
    return this.erasure.get(id);
  }
}
