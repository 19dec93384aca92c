import { IsNumber, IsOptional, IsUUID } from 'class-validator';
import { MayBeLeftOut } from '../fields.js';

export class SummaryUpdatedEvent {
  @IsUUID('loose')
  user_id!: string;

  /** The session whose end or deletion brought it, or that lost a message. Left out when the person said so. */
  @MayBeLeftOut()
  @IsUUID('loose')
  session_id?: string;

  /** null when nothing is left that was learned. */
  @IsOptional()
  @IsNumber()
  confidence_score!: number | null;
}
