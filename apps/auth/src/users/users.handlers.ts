import { Controller } from '@nestjs/common';
import { authRpc, type ActorRequest, type UpdateProfileRequest, type UserView } from '@saathi/contracts';
import { RpcHandler } from '@saathi/messaging';
import { UsersService } from './users.service.js';

@Controller()
export class UsersHandlers {
  constructor(private readonly users: UsersService) {}

  @RpcHandler(authRpc.getProfile)
  getProfile({ user_id }: ActorRequest): Promise<UserView> {
    return this.users.getProfile(user_id);
  }

  @RpcHandler(authRpc.updateProfile)
  updateProfile(request: UpdateProfileRequest): Promise<UserView> {
    return this.users.updateProfile(request);
  }
}
