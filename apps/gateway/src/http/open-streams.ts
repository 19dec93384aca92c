import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CurrentUserClaims } from './current-user.decorator.js';
import { EventStream } from './event-stream.js';

/** Every event stream that is open at this gateway, and whose it is. */
@Injectable()
export class OpenStreams {
  private readonly streams = new Map<EventStream, CurrentUserClaims>();

  /** Turns an answer into an event stream. It ends with the login it was opened by. */
  open(reply: FastifyReply, user: CurrentUserClaims): EventStream {
    const stream = new EventStream(reply);
    this.streams.set(stream, user);
    stream.onEnd(() => this.streams.delete(stream));
    return stream;
  }

  /** Ends the streams of one device. */
  endLogin(loginId: string): void {
    this.endWhere(({ login_id }) => login_id === loginId);
  }

  /** Ends all streams of a person. */
  endPerson(userId: string): void {
    this.endWhere(({ user_id }) => user_id === userId);
  }

  private endWhere(isMeant: (user: CurrentUserClaims) => boolean): void {
    for (const [stream, user] of this.streams) if (isMeant(user)) stream.end();
  }
}
