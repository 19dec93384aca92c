import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { CurrentUserClaims } from './current-user.decorator.js';
import { EventStream } from './event-stream.js';

/** Something that lasts, and ends with the login it was opened by. */
interface Lasting {
  end(): void;
}

/** Every event stream and call that is open at this gateway, and whose it is. */
@Injectable()
export class OpenStreams {
  private readonly streams = new Map<Lasting, CurrentUserClaims>();

  /** Turns an answer into an event stream. It ends with the login it was opened by. */
  open(reply: FastifyReply, user: CurrentUserClaims): EventStream {
    const stream = new EventStream(reply);
    stream.onEnd(this.hold(stream, user));
    return stream;
  }

  /** Ends something with the login it was opened by. @returns a function to be called when it has ended by itself */
  hold(lasting: Lasting, user: CurrentUserClaims): () => void {
    this.streams.set(lasting, user);
    return () => {
      this.streams.delete(lasting);
    };
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
