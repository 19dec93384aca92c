import { Controller } from '@nestjs/common';
import {
  conversationRpc,
  type DoneView,
  type JoinReplyRequest,
  type ReplyChunk,
  type ReplyFrame,
  type ReplyRequest,
  type RescuedReplyView,
  type RescueReplyRequest,
  type RunningReplyView,
  type SendMessageRequest,
  type StopReplyRequest,
} from '@saathi/contracts';
import {
  HolderRpcHandler,
  HolderStreamHandler,
  RpcHandler,
  StreamHandler,
  type CallContext,
} from '@saathi/messaging';
import { RescueService } from './rescue.service.js';
import { TurnsService } from './turns.service.js';

@Controller()
export class TurnsHandlers {
  constructor(
    private readonly turns: TurnsService,
    private readonly rescues: RescueService,
  ) {}

  @StreamHandler(conversationRpc.sendMessage)
  sendMessage(request: SendMessageRequest, { signal }: CallContext): AsyncIterable<ReplyChunk> {
    return numbered(this.turns.send(request, signal));
  }

  @StreamHandler(conversationRpc.remakeReply)
  remakeReply(request: ReplyRequest, { signal }: CallContext): AsyncIterable<ReplyChunk> {
    return numbered(this.turns.remake(request, signal));
  }

  @RpcHandler(conversationRpc.findReply)
  findReply(request: ReplyRequest): Promise<RunningReplyView> {
    return this.turns.findRunning(request);
  }

  @RpcHandler(conversationRpc.rescueReply)
  rescueReply(request: RescueReplyRequest): Promise<RescuedReplyView> {
    return this.rescues.rescue(request);
  }

  @HolderRpcHandler(conversationRpc.stopReply)
  async stopReply({ reply_id }: StopReplyRequest): Promise<DoneView | undefined> {
    return (await this.turns.stop(reply_id)) ? { ok: true } : undefined;
  }

  @HolderStreamHandler(conversationRpc.joinReply)
  joinReply({ reply_id, after }: JoinReplyRequest): AsyncIterable<ReplyChunk> | undefined {
    return this.turns.join(reply_id, after);
  }
}

async function* numbered(frames: AsyncIterable<ReplyFrame>): AsyncIterable<ReplyChunk> {
  let id = 0;
  for await (const frame of frames) {
    id += 1;
    yield { id, frame };
  }
}
