import { Controller } from '@nestjs/common';
import { conversationRpc, type ActorIdRequest, type DoneView } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { DeletionsService } from './deletions.service.js';

@Controller()
export class DeletionsHandlers {
  constructor(private readonly deletions: DeletionsService) {}

  @RpcHandler(conversationRpc.deleteSession)
  async deleteSession({ user_id, id }: ActorIdRequest): Promise<DoneView> {
    await this.deletions.deleteSession(user_id, id);
    return { ok: true };
  }

  @RpcHandler(conversationRpc.deleteMessage)
  async deleteMessage({ user_id, id }: ActorIdRequest): Promise<DoneView> {
    await this.deletions.deleteMessage(user_id, id);
    return { ok: true };
  }
}
