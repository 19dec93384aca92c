import { Controller } from '@nestjs/common';
import {
  authRpc,
  type ActorRequest,
  type DoneView,
  type LoginListView,
  type LoginRequest,
  type RefreshBody,
  type TokenPairView,
} from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { LoginsService } from './logins.service.js';

@Controller()
export class LoginsHandlers {
  constructor(private readonly logins: LoginsService) {}

  @RpcHandler(authRpc.refresh)
  refresh({ refresh_token }: RefreshBody): Promise<TokenPairView> {
    return this.logins.refresh(refresh_token);
  }

  @RpcHandler(authRpc.logout)
  async logout(request: LoginRequest): Promise<DoneView> {
    await this.logins.logout(request);
    return { ok: true };
  }

  @RpcHandler(authRpc.logoutAll)
  async logoutAll({ user_id }: ActorRequest): Promise<DoneView> {
    await this.logins.logoutAll(user_id);
    return { ok: true };
  }

  @RpcHandler(authRpc.listLogins)
  listLogins(request: LoginRequest): Promise<LoginListView> {
    return this.logins.list(request);
  }

  @RpcHandler(authRpc.revokeLogin)
  async revokeLogin(request: LoginRequest): Promise<DoneView> {
    await this.logins.revoke(request);
    return { ok: true };
  }
}
