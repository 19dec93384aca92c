import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { conversationRpc, IdParams, TranscriptView } from '@saathi/contracts';
import { RpcClient } from '@saathi/messaging';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { accepts } from '../http/accepts.js';
import { Answers } from '../http/answers.decorator.js';
import { CurrentUser, type CurrentUserClaims } from '../http/current-user.decorator.js';
import { transcriptDocument, transcriptText } from './transcript-text.js';

@Controller('v1/sessions/:id/transcript')
export class TranscriptsController {
  constructor(private readonly rpc: RpcClient) {}

  /** Everything said in a session: one JSON document, or with `Accept: text/plain` a text to read. */
  @Get()
  @Answers(conversationRpc.getTranscript, TranscriptView)
  async getTranscript(
    @CurrentUser() { user_id }: CurrentUserClaims,
    @Param() { id }: IdParams,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parts = this.rpc.stream(conversationRpc.getTranscript, { user_id, id });
    const asText = accepts(accept, 'text/plain');
    const pieces = asText ? transcriptText(parts) : transcriptDocument(parts);
    // An error that comes first is still an ordinary answer with its own status.
    const first = await pieces.next();
    const body = Readable.from(inOrder(first, pieces));
    // Whoever leaves before the end wants no more of it.
    reply.raw.once('close', () => {
      if (!body.readableEnded) parts.stop();
    });
    await reply.type(asText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8').send(body);
  }
}

async function* inOrder(
  first: IteratorResult<string, unknown>,
  others: AsyncIterable<string>,
): AsyncGenerator<string> {
  if (first.done !== true) yield first.value;
  yield* others;
}
