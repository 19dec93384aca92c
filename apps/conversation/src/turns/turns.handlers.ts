import { Controller } from '@nestjs/common';
import { conversationRpc, type ReplyChunk, type SendMessageRequest } from '@saathi/contracts';
import { StreamHandler, type CallContext } from '@saathi/messaging';
import { TurnsService } from './turns.service.js';

@Controller()
export class TurnsHandlers {
  constructor(private readonly turns: TurnsService) {}

  @StreamHandler(conversationRpc.sendMessage)
  async *sendMessage(request: SendMessageRequest, { signal }: CallContext): AsyncIterable<ReplyChunk> {
    let id = 0;
    for await (const frame of this.turns.send(request, signal)) {
      id += 1;
      yield { id, frame };
    }
  }
}
