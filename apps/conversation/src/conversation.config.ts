import { AllowanceConfig } from '@saathi/platform';
import { Type } from 'class-transformer';
import {
  IsDateString,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { MODEL_PRICES } from './companion/model-price.js';

/** Whether anything is said of speech: then both models have to be named. */
const speaks = (config: Partial<ConversationConfig>): boolean =>
  [config.OPENAI_TRANSCRIBE_MODEL, config.OPENAI_SPEECH_MODEL, config.SPEECH_BASE_URL].some(
    (value) => value !== undefined,
  );

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

  /** Another address that is asked once when the first one fails; with its own key and model, if it has any. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  OPENAI_FALLBACK_BASE_URL?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  OPENAI_FALLBACK_API_KEY?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  OPENAI_FALLBACK_MODEL?: string;

  /** Rupees a million tokens, `model=read/cached/written`, comma-separated; what is not listed costs nothing known. */
  @Matches(MODEL_PRICES, { message: '$property must be a list such as gpt-4.1-mini=35/9/140' })
  OPENAI_PRICES: string = 'gpt-4.1-mini=35.2/8.8/140.8';

  /** Reads every message for self-harm while the reply is made; `none` turns it off. */
  @IsString()
  @MaxLength(100)
  OPENAI_MODERATION_MODEL: string = 'omni-moderation-latest';

  /** Finds earlier talk by meaning as well; without it, by words alone. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  OPENAI_EMBEDDING_MODEL?: string;

  /** Writes down what is said on a call. It and the next: without them, or with `none`, browsers do it themselves. */
  @ValidateIf(speaks)
  @IsString()
  @MaxLength(100)
  OPENAI_TRANSCRIBE_MODEL?: string;

  /** Says replies aloud on a call. */
  @ValidateIf(speaks)
  @IsString()
  @MaxLength(100)
  OPENAI_SPEECH_MODEL?: string;

  /** Another address for both of them; ends in `/v1`. Its key is its own. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  SPEECH_BASE_URL?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  SPEECH_API_KEY?: string;

  @IsString()
  @MaxLength(100)
  SPEECH_VOICE: string = 'alloy';

  /** The day on which whoever runs this has last called the help lines; without it, the day of this version. */
  @IsOptional()
  @IsDateString()
  HELPLINES_VERIFIED_ON?: string;

  /** Replies that one process makes at a time; more are told to try again. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  OPENAI_MAX_CONCURRENT: number = 4096;

  /** How long the first word of a reply may take, retries included. */
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
