import { Injectable } from '@nestjs/common';
import { conversationRpc, DomainError, type ReplyChunk, type RescuedReplyView } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import { setTimeout as pause } from 'node:timers/promises';
import { SeenReply } from './seen-reply.js';

/** How long a client is kept waiting for a reply whose frames have stopped coming. */
const PATIENCE_MS = 15_000;
const ASK_AGAIN_MS = 250;

/**
 * Replies whose reader does not notice when the process that makes them, or the broker between, is gone for a
 * moment: the same frames under the same numbers go on, or the reader is told how it ended.
 */
@Injectable()
export class SteadyReplies {
  constructor(private readonly rpc: RpcClient) {}

  /** The frames of a reply that was just asked for. @throws DomainError what it failed with */
  asked(userId: string, chunks: AsyncIterable<ReplyChunk>): AsyncIterable<ReplyChunk> {
    return this.follow(userId, chunks, new SeenReply());
  }

  /** The frames of a reply under way after the one with the number `after`. */
  joined(userId: string, reply_id: string, after: number): AsyncIterable<ReplyChunk> {
    const seen = new SeenReply({ reply_id, after });
    return this.follow(userId, this.rpc.stream(conversationRpc.joinReply, { reply_id, after }), seen);
  }

  private async *follow(
    user_id: string,
    first: AsyncIterable<ReplyChunk>,
    seen: SeenReply,
  ): AsyncIterable<ReplyChunk> {
    let chunks = first;
    let heardAt = Date.now();
    for (;;) {
      try {
        for await (const chunk of chunks) {
          heardAt = Date.now();
          if (seen.note(chunk)) yield chunk;
        }
        return;
      } catch (error) {
        if (!isBreak(error) || seen.reply_id === undefined || Date.now() - heardAt > PATIENCE_MS) throw error;
      }
      const { reply_id, after } = seen;
      const fate = await this.fateOf({ user_id, reply_id, heard: seen.text });
      if (fate !== undefined && fate.state !== 'running') {
        yield* seen.rest(fate);
        return;
      }
      if (fate !== undefined) seen.madeBy(fate.attempt);
      await pause(ASK_AGAIN_MS);
      chunks = this.rejoin(reply_id, after);
    }
  }

  /** @returns undefined when nobody can say at the moment */
  private async fateOf(request: {
    user_id: string;
    reply_id: string;
    heard: string | null;
  }): Promise<RescuedReplyView | undefined> {
    try {
      return await this.rpc.call(conversationRpc.rescueReply, request);
    } catch (error) {
      if (isBreak(error)) return undefined;
      throw error;
    }
  }

  // A generator, so that a broker that is still away is met where the loop expects it.
  private async *rejoin(reply_id: string, after: number): AsyncIterable<ReplyChunk> {
    yield* this.rpc.stream(conversationRpc.joinReply, { reply_id, after });
  }
}

const isBreak = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'service_unavailable';
