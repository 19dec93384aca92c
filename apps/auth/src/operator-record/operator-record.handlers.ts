import { Controller } from '@nestjs/common';
import { authRpc, type OperatorActionPage, type OperatorActionsRequest } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { OperatorRecord } from './operator-record.service.js';

@Controller()
export class OperatorRecordHandlers {
  constructor(private readonly record: OperatorRecord) {}

  @RpcHandler(authRpc.listOperatorActions)
  listOperatorActions(request: OperatorActionsRequest): Promise<OperatorActionPage> {
    return this.record.list(request);
  }
}
