import { IsUUID } from 'class-validator';

export class MessageDeletedEvent {
  @IsUUID('loose')
  user_id!: string;

  /** The session it was said in. */
  @IsUUID('loose')
  session_id!: string;

  @IsUUID('loose')
  message_id!: string;
}
