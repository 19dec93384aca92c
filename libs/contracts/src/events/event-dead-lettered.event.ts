import { IsInt, IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import type { Instant } from '../fields.js';

/** An event that one listener could not handle, however often it tried. */
export class EventDeadLetteredEvent {
  /** The person the event was about. */
  @IsUUID('loose')
  user_id!: string;

  /** The event's subject, to publish it on again. */
  @IsString()
  @MaxLength(200)
  subject!: string;

  /** The durable consumer that gave up. */
  @IsString()
  @MaxLength(200)
  consumer!: string;

  /** The event's own JSON. */
  @IsString()
  payload!: string;

  /** Error code or class of the last failure; never its message, which may quote the person. */
  @IsString()
  @MaxLength(200)
  reason!: string;

  /** How often it was tried. */
  @IsInt()
  deliveries!: number;

  @IsISO8601()
  failed_at!: Instant;
}
