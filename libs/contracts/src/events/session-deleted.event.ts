import { IsUUID } from 'class-validator';

export class SessionDeletedEvent {
  @IsUUID('loose')
  user_id!: string;

  @IsUUID('loose')
  session_id!: string;
}
