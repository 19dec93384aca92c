import { Type } from 'class-transformer';
import { IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { ClientOrigin } from '../actor.js';
import { MayBeLeftOut } from '../fields.js';
import { LOCALE_PATTERN } from './profile.dto.js';

/** Asks for a code by e-mail. */
export class RequestOtpBody {
  @IsString()
  @MaxLength(320)
  email!: string;

  /** The language of the mail; `hi-IN` unless told. */
  @MayBeLeftOut()
  @Matches(LOCALE_PATTERN)
  locale?: string;
}

export class RequestOtpRequest extends RequestOtpBody {
  @ValidateNested()
  @Type(() => ClientOrigin)
  origin!: ClientOrigin;
}

/** Asks for another mail within the same challenge. */
export class ResendOtpBody {
  @IsUUID('loose')
  challenge_id!: string;
}

/** What a code must be handed in with; the same for known and unknown addresses. */
export class ChallengeView {
  challenge_id!: string;
  /** Seconds until the code is void. */
  expires_in!: number;
  /** Seconds until another mail may be asked for. */
  resend_after!: number;
}
