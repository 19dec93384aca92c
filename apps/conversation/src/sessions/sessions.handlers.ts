import { Controller } from '@nestjs/common';
import {
  conversationRpc,
  type ActorIdRequest,
  type ListSessionsRequest,
  type SessionPage,
  type SessionView,
  type StartedSessionView,
  type StartSessionRequest,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { SessionsService } from './sessions.service.js';

@Controller()
export class SessionsHandlers {
  constructor(private readonly sessions: SessionsService) {}

  @RpcHandler(conversationRpc.startSession)
  startSession(request: StartSessionRequest): Promise<StartedSessionView> {
    return this.sessions.start(request);
  }

  @RpcHandler(conversationRpc.getSession)
  getSession({ user_id, id }: ActorIdRequest): Promise<SessionView> {
    return this.sessions.get(user_id, id);
  }

  @RpcHandler(conversationRpc.listSessions)
  listSessions(request: ListSessionsRequest): Promise<SessionPage> {
    return this.sessions.list(request);
  }

  @RpcHandler(conversationRpc.endSession)
  endSession({ user_id, id }: ActorIdRequest): Promise<SessionView> {
    return this.sessions.end(user_id, id);
  }
}
