import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { Gender } from '../enums/gender.js';
import { Persona } from '../enums/persona.js';
import { IsPlainLine, MayBeLeftOut } from '../fields.js';

/** Languages the product speaks: Hindi, Hinglish (Hindi in Latin script) and English. */
export const LOCALE_PATTERN = /^(hi|hi-Latn|en)(-IN|-US|-GB)?$/;

/** A phone number as Cashfree takes it: ten digits, or + and a country code. */
export const PHONE_PATTERN = /^(\+[1-9]\d{7,14}|[6-9]\d{9})$/;

/** What a person may change about themselves; whatever is left out stays. */
export class UpdateProfileBody {
  @MayBeLeftOut()
  @IsPlainLine({ max: 80 })
  name?: string;

  /** Ten digits, or + and a country code; null removes it. */
  @IsOptional()
  @Matches(PHONE_PATTERN)
  phone_number?: string | null;

  @MayBeLeftOut()
  @IsIn(Object.values(Gender))
  gender?: Gender;

  /** `hi-IN`, `hi-Latn-IN` (Hinglish) or `en-IN`. */
  @MayBeLeftOut()
  @Matches(LOCALE_PATTERN)
  locale?: string;

  /** Takes effect with the next session. */
  @MayBeLeftOut()
  @IsIn(Object.values(Persona))
  persona?: Persona;
}

export class UpdateProfileRequest extends UpdateProfileBody {
  @IsUUID('loose')
  user_id!: string;
}
