import { IsUUID } from 'class-validator';

export class LoginRevokedEvent {
  @IsUUID('loose')
  user_id!: string;

  /** The `sid` whose tokens are void from now on. */
  @IsUUID('loose')
  login_id!: string;
}
