import { IsBase64, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

/** A webhook as it came: the bytes that were signed, and the headers that sign them. */
export class AcceptWebhookRequest {
  @IsBase64()
  raw_body_base64!: string;

  @IsOptional()
  @IsString()
  @MaxLength(512)
  signature?: string;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  timestamp?: string;

  /** `x-webhook-version`. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  version?: string;

  /** `x-webhook-attempt`. */
  @IsOptional()
  @IsInt()
  @Min(0)
  attempt?: number;
}
