import { Controller } from '@nestjs/common';
import { conversationRpc, type MessageListView, type SearchMessagesRequest } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { SearchService } from './search.service.js';

@Controller()
export class SearchHandlers {
  constructor(private readonly search: SearchService) {}

  @RpcHandler(conversationRpc.searchMessages)
  searchMessages(request: SearchMessagesRequest): Promise<MessageListView> {
    return this.search.search(request);
  }
}
