import { AllowanceConfig } from '@saathi/platform';
import { Type } from 'class-transformer';
import { IsInt, IsString, IsUrl, Max, MaxLength, Min } from 'class-validator';

/** Every variable of the conversation service. */
export class ConversationConfig extends AllowanceConfig {
  @IsString()
  @MaxLength(500)
  OPENAI_API_KEY!: string;

  /** Any OpenAI-compatible address; ends in `/v1`. */
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  OPENAI_BASE_URL: string = 'https://api.openai.com/v1';

  /** The model that talks. */
  @IsString()
  @MaxLength(100)
  OPENAI_MODEL: string = 'gpt-4.1-mini';

  /** How long the first word of a reply may take. */
  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(600_000)
  OPENAI_TIMEOUT_MS: number = 30_000;

  /** A session in which nothing was said for this long ends by itself. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_080)
  SESSION_IDLE_MINUTES: number = 30;
}
