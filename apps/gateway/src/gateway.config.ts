import { PlatformConfig, ToList } from '@saathi/platform';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsEmail,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

/** Every variable of the gateway. It has no database and does not know its address. */
export class GatewayConfig extends PlatformConfig {
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT: number = 3000;

  /** The address clients use. */
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  PUBLIC_BASE_URL: string = 'http://localhost:3000';

  /** Origins of other web pages that may call. */
  @ToList()
  @IsArray()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true }, { each: true })
  CORS_ORIGINS: string[] = [];

  /** How many proxies in front are ours, so that the client's address is believed that far. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(10)
  TRUST_PROXY_HOPS: number = 0;

  /** Requests of one person in a minute, on all replicas together. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  RATE_LIMIT_PER_MINUTE: number = 120;

  /** Whoever reads the counters brings it. Without it nobody may in production, and anybody elsewhere. */
  @IsOptional()
  @IsString()
  @MinLength(16)
  @MaxLength(200)
  METRICS_TOKEN?: string;

  /** Life of an access token: an ended login is remembered this long. */
  @Type(() => Number)
  @IsInt()
  @Min(10)
  @Max(86_400)
  ACCESS_TTL_SECONDS: number = 900;

  /** The payment provider's script, which the page of the web client may then load. */
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  CASHFREE_JS_URL: string = 'https://sdk.cashfree.com/js/v3/cashfree.js';

  /** Whom people complain to: a name or an office. */
  @IsString()
  @MaxLength(200)
  GRIEVANCE_NAME: string = 'Grievance officer';

  @IsEmail({ require_tld: false })
  GRIEVANCE_EMAIL: string = 'grievance@localhost';

  /** Days within which complaints are answered. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(90)
  GRIEVANCE_DAYS: number = 30;
}
