import { IsInt, IsOptional, IsUUID } from 'class-validator';

export class UsageUpdatedEvent {
  @IsUUID('loose')
  user_id!: string;

  @IsInt()
  total_messages!: number;

  /** null while a pass runs. */
  @IsOptional()
  @IsInt()
  messages_left!: number | null;
}
