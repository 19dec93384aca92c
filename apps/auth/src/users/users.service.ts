import { Injectable } from '@nestjs/common';
import { DomainError, SecurityEventKind, type UpdateProfileRequest, type UserView } from '@saathi/contracts';
import type { UserEntity } from '@saathi/entities';
import { SecurityLog } from '../security-log/security-log.service.js';
import { UsersRepository } from './users.repository.js';

/** Who a person says they are. */
@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly securityLog: SecurityLog,
  ) {}

  /** @throws DomainError `not_found` */
  async getProfile(userId: string): Promise<UserView> {
    const user = await this.users.findById(userId);
    if (user === null) throw new DomainError('not_found');
    return toView(user);
  }

  /** Changes what was given and leaves the rest. @throws DomainError `not_found` */
  async updateProfile({ user_id, ...given }: UpdateProfileRequest): Promise<UserView> {
    const change = given.name === undefined ? given : { ...given, name: given.name.trim() };
    if (Object.keys(change).length > 0) {
      await this.users.change(user_id, change);
      this.securityLog.record({ kind: SecurityEventKind.ProfileChanged, user_id });
    }
    return this.getProfile(user_id);
  }
}

const toView = (user: UserEntity): UserView => ({
  id: user.id,
  name: user.name,
  email: user.email,
  phone_number: user.phone_number,
  gender: user.gender,
  persona: user.persona,
  premium_user: user.premium_user,
  locale: user.locale ?? 'hi-IN',
  registration_date: user.registration_date.toISOString(),
});
