import { AllowanceConfig, ToList } from '@saathi/platform';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const WEB_ADDRESS = { require_tld: false, protocols: ['http', 'https'], require_protocol: true };

/** Every variable of the billing service. */
export class BillingConfig extends AllowanceConfig {
  /** The API, with its `/pg`: the sandbox, production, or a stand-in. */
  @IsUrl(WEB_ADDRESS)
  CASHFREE_BASE_URL: string = 'https://sandbox.cashfree.com/pg';

  @IsString()
  @MaxLength(200)
  CASHFREE_CLIENT_ID!: string;

  @IsString()
  @MaxLength(200)
  CASHFREE_CLIENT_SECRET!: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '$property must be a date such as 2025-01-01' })
  CASHFREE_API_VERSION: string = '2025-01-01';

  /** Secrets that webhooks may be signed with; Cashfree signs with its oldest active one. */
  @ToList()
  @ArrayNotEmpty()
  @IsString({ each: true })
  CASHFREE_WEBHOOK_SECRETS!: string[];

  /** The script that opens the checkout in a browser. */
  @IsUrl(WEB_ADDRESS)
  CASHFREE_JS_URL: string = 'https://sdk.cashfree.com/js/v3/cashfree.js';

  /** A checkout page to open directly, with `{payment_session_id}` in it. Only a stand-in has one. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  CASHFREE_CHECKOUT_URL?: string;

  /** The address Cashfree posts webhooks to, if it is reachable from outside. */
  @IsUrl(WEB_ADDRESS)
  PUBLIC_BASE_URL: string = 'http://localhost:3000';

  /** How old a webhook may be. Cashfree delivers again after 2, 10 and 30 minutes. */
  @Type(() => Number)
  @IsInt()
  @Min(60)
  @Max(86_400)
  WEBHOOK_TOLERANCE_SECONDS: number = 3600;

  /** How often open orders are asked about. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3600)
  RECONCILE_INTERVAL_SECONDS: number = 30;
}
