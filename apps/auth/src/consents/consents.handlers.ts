import { Controller } from '@nestjs/common';
import {
  authRpc,
  type ActorRequest,
  type ChangeConsentRequest,
  type ConsentListView,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { ConsentsService } from './consents.service.js';

@Controller()
export class ConsentsHandlers {
  constructor(private readonly consents: ConsentsService) {}

  @RpcHandler(authRpc.listConsents)
  listConsents({ user_id }: ActorRequest): Promise<ConsentListView> {
    return this.consents.list(user_id);
  }

  @RpcHandler(authRpc.changeConsent)
  changeConsent(request: ChangeConsentRequest): Promise<ConsentListView> {
    return this.consents.change(request);
  }
}
