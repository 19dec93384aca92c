import { IsNumber, IsUUID } from 'class-validator';

export class SummaryUpdatedEvent {
  @IsUUID('loose')
  user_id!: string;

  /** The session whose end brought it. */
  @IsUUID('loose')
  session_id!: string;

  @IsNumber()
  confidence_score!: number;
}
