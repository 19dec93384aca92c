import { Controller } from '@nestjs/common';
import {
  conversationRpc,
  type ActorIdRequest,
  type CallPage,
  type CallPermitView,
  type CallView,
  type JoinCallRequest,
  type JoinedCallView,
  type ListCallsRequest,
  type StartCallRequest,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { CallsService } from './calls.service.js';

@Controller()
export class CallsHandlers {
  constructor(private readonly calls: CallsService) {}

  @RpcHandler(conversationRpc.startCall)
  startCall(request: StartCallRequest): Promise<CallPermitView> {
    return this.calls.start(request);
  }

  @RpcHandler(conversationRpc.joinCall)
  joinCall(request: JoinCallRequest): Promise<JoinedCallView> {
    return this.calls.join(request);
  }

  @RpcHandler(conversationRpc.listCalls)
  listCalls(request: ListCallsRequest): Promise<CallPage> {
    return this.calls.list(request);
  }

  @RpcHandler(conversationRpc.getCall)
  getCall({ user_id, id }: ActorIdRequest): Promise<CallView> {
    return this.calls.get(user_id, id);
  }
}
