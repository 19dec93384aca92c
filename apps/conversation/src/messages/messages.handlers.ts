import { Controller } from '@nestjs/common';
import { conversationRpc, type ListMessagesRequest, type MessagePage } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { MessagesService } from './messages.service.js';

@Controller()
export class MessagesHandlers {
  constructor(private readonly messages: MessagesService) {}

  @RpcHandler(conversationRpc.listMessages)
  listMessages(request: ListMessagesRequest): Promise<MessagePage> {
    return this.messages.list(request);
  }
}
