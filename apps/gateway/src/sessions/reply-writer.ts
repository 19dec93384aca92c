import { Injectable } from '@nestjs/common';
import { DomainError, type ExchangeView, type ReplyChunk } from '@saathi/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accepts } from '../http/accepts.js';
import type { CurrentUserClaims } from '../http/current-user.decorator.js';
import { OpenStreams } from '../http/open-streams.js';
import { ProblemDetailsFilter } from '../http/problem-details.filter.js';

/** Hands a reply under way to a client, as it comes or when it is whole. */
@Injectable()
export class ReplyWriter {
  constructor(
    private readonly problems: ProblemDetailsFilter,
    private readonly streams: OpenStreams,
  ) {}

  /** @throws DomainError what failed before anything was sent */
  async write(
    chunks: AsyncIterable<ReplyChunk>,
    user: CurrentUserClaims,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    if (accepts(request.headers.accept, 'text/event-stream')) await this.stream(chunks, user, request, reply);
    else await reply.status(201).send(await whole(chunks));
  }

  /**
   * Streams a reply.
   * @param after the number of the last frame the client has
   */
  async stream(
    chunks: AsyncIterable<ReplyChunk>,
    user: CurrentUserClaims,
    request: FastifyRequest,
    reply: FastifyReply,
    after = 0,
  ): Promise<void> {
    const iterator = chunks[Symbol.asyncIterator]();
    // An error that comes first is still an ordinary answer with its own status.
    let next = await iterator.next();
    const events = this.streams.open(reply, user);
    let id = after;
    try {
      while (next.done !== true && events.isOpen) {
        const { frame } = next.value;
        id = next.value.id;
        events.send(id, frame.event, frame.data);
        next = await iterator.next();
      }
    } catch (error) {
      events.send(id + 1, 'problem', this.problems.describe(error, request));
    } finally {
      events.end();
      await iterator.return?.();
    }
  }
}

const whole = async (chunks: AsyncIterable<ReplyChunk>): Promise<ExchangeView> => {
  const exchange: Partial<ExchangeView> = {};
  for await (const { frame } of chunks) {
    if (frame.event === 'message') {
      exchange.message = frame.data.message;
      if (frame.data.disclosure !== undefined) exchange.disclosure = frame.data.disclosure;
    }
    if (frame.event === 'safety') exchange.safety = frame.data;
    if (frame.event === 'done') exchange.reply = frame.data.message;
  }
  const { message, reply, ...more } = exchange;
  if (message === undefined || reply === undefined) throw new DomainError('model_unavailable');
  return { message, reply, ...more };
};
