import { Controller } from '@nestjs/common';
import {
  conversationRpc,
  DomainError,
  type EmptyRequest,
  type MessageReportView,
  type ReportMessageRequest,
  type SafetyProtocolView,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { v7 as newId } from 'uuid';
import { ReportsRepository } from './reports.repository.js';
import { SAFETY_PROTOCOL } from './safety-protocol.js';

@Controller()
export class SafetyHandlers {
  constructor(private readonly reports: ReportsRepository) {}

  @RpcHandler(conversationRpc.reportMessage)
  async reportMessage(request: ReportMessageRequest): Promise<MessageReportView> {
    const row = await this.reports.report(newId(), request);
    if (row === undefined) throw new DomainError('not_found');
    return { ...row, created_at: row.created_at.toISOString() };
  }

  @RpcHandler(conversationRpc.getSafetyProtocol)
  getSafetyProtocol(_request: EmptyRequest): Promise<SafetyProtocolView> {
    return Promise.resolve(SAFETY_PROTOCOL);
  }
}
