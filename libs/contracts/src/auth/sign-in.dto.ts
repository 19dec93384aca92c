import { Type } from 'class-transformer';
import {
  Equals,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ClientOrigin } from '../actor.js';
import { Gender } from '../enums/gender.js';
import { Persona } from '../enums/persona.js';
import { IsPlainLine, MayBeLeftOut } from '../fields.js';
import { LOCALE_PATTERN, PHONE_PATTERN } from './profile.dto.js';
import type { UserView } from './user.dto.js';

/** Hands in the code of a mail. */
export class VerifyOtpBody {
  @IsUUID('loose')
  challenge_id!: string;

  /** The digits of the mail, in any script; spaces and hyphens are ignored. */
  @IsString()
  @MaxLength(40)
  otp!: string;
}

export class VerifyOtpRequest extends VerifyOtpBody {
  @ValidateNested()
  @Type(() => ClientOrigin)
  origin!: ClientOrigin;
}

/** Completes a first sign-in. */
export class RegisterBody {
  /** From the verification of an address that has no account yet; works once. */
  @IsString()
  @MaxLength(128)
  registration_token!: string;

  @IsPlainLine({ max: 80 })
  name!: string;

  @IsIn(Object.values(Gender))
  gender!: Gender;

  /** `sweet_supportive` unless told. */
  @MayBeLeftOut()
  @IsIn(Object.values(Persona))
  persona?: Persona;

  @IsOptional()
  @Matches(PHONE_PATTERN)
  phone_number?: string | null;

  /** The one the code was asked for in, unless told. */
  @MayBeLeftOut()
  @Matches(LOCALE_PATTERN)
  locale?: string;

  /** The person declares to be 18 or older; anything but true is refused with `adult_required`. */
  @IsBoolean()
  is_adult!: boolean;

  @Equals(true)
  accepted_terms!: boolean;
}

export class RegisterRequest extends RegisterBody {
  @ValidateNested()
  @Type(() => ClientOrigin)
  origin!: ClientOrigin;
}

/** Trades a refresh token for a new pair. */
export class RefreshBody {
  @IsString()
  @MaxLength(512)
  refresh_token!: string;
}

/** A pair of tokens. */
export class TokenPairView {
  access_token!: string;
  token_type!: 'Bearer';
  /** Seconds until the access token expires. */
  expires_in!: number;
  /** Trade it at `/v1/auth/refresh`; each one works once. */
  refresh_token!: string;
}

/** Somebody is signed in. */
export class SignedInView extends TokenPairView {
  status!: 'signed_in';
  user!: UserView;
}

/** The address is proven, but has no account: register next. */
export class ProfileRequiredView {
  status!: 'profile_required';
  registration_token!: string;
  /** Seconds until the token is void. */
  expires_in!: number;
}

/** What a right code leads to. */
export class VerifiedView {
  result!: SignedInView | ProfileRequiredView;
}
