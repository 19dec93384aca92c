import { Controller } from '@nestjs/common';
import { authRpc, type ActorPageRequest, type SecurityEventPage } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { SecurityLog } from './security-log.service.js';

@Controller()
export class SecurityLogHandlers {
  constructor(private readonly securityLog: SecurityLog) {}

  @RpcHandler(authRpc.listSecurityEvents)
  listSecurityEvents(request: ActorPageRequest): Promise<SecurityEventPage> {
    return this.securityLog.list(request);
  }
}
