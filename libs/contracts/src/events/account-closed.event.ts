import { IsUUID } from 'class-validator';

export class AccountClosedEvent {
  /** Whose tokens are void from now on, and whose streams end. */
  @IsUUID('loose')
  user_id!: string;
}
