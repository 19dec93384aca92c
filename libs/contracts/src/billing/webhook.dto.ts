import { IsBase64, IsOptional, IsString, MaxLength } from 'class-validator';

/** A webhook as it came: the bytes that were signed, and the headers that sign them. */
export class AcceptWebhookRequest {
  @IsBase64()
  raw_body_base64!: string;

  @IsOptional()
  @IsString()
  @MaxLength(512)
  signature!: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(512)
  timestamp!: string | null;

  /** `x-webhook-version`. */
  @IsOptional()
  @IsString()
  @MaxLength(512)
  version!: string | null;

  /** `x-webhook-attempt`. */
  @IsOptional()
  @IsString()
  @MaxLength(512)
  attempt!: string | null;
}
