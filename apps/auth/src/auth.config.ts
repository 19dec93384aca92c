import { ServiceConfig } from '@saathi/platform';
import { Type } from 'class-transformer';
import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { IsPepperList, ToPeppers, type Pepper } from './otp/peppers.js';
import { IsSigningKeyList, ToSigningKeys, type SigningKey } from './tokens/signing-keys.js';

/** Every variable of the auth service. */
export class AuthConfig extends ServiceConfig {
  @Matches(/^smtps?:\/\/\S+$/)
  SMTP_URL!: string;

  /** The sender of all mail: `Saathi <hello@example.org>`. */
  @IsString()
  @MaxLength(200)
  MAIL_FROM: string = 'Saathi <saathi@localhost>';

  /** Life of a code. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3600)
  OTP_TTL_SECONDS: number = 600;

  /** Wrong codes until a challenge is closed. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  OTP_MAX_ATTEMPTS: number = 5;

  /** Pause between two mails of one challenge. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3600)
  OTP_RESEND_SECONDS: number = 60;

  /** Challenges an address may open in an hour. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  OTP_PER_EMAIL_HOUR: number = 10;

  /** Challenges one client address may open in an hour; mobile carriers share addresses. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  OTP_PER_IP_HOUR: number = 60;

  /** `id:secret,…`: the first one is used, all are accepted. */
  @ToPeppers()
  @IsPepperList()
  OTP_PEPPERS!: readonly Pepper[];

  /** JSON list of `{kid, private_pem, public_pem, sign_from, retire_at}`. */
  @ToSigningKeys()
  @IsSigningKeyList()
  JWT_KEYS!: readonly SigningKey[];

  /** Life of an access token. */
  @Type(() => Number)
  @IsInt()
  @Min(10)
  @Max(86_400)
  ACCESS_TTL_SECONDS: number = 900;

  /** Life of an operator's token; then they ask for another code. */
  @Type(() => Number)
  @IsInt()
  @Min(60)
  @Max(43_200)
  OPERATOR_TTL_SECONDS: number = 3600;

  /** How long the same refresh token gives the same answer again. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(300)
  REFRESH_GRACE_SECONDS: number = 10;
}
