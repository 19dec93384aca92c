import { ServiceConfig } from '@saathi/platform';
import { IsString, IsUrl, MaxLength } from 'class-validator';

/** Every variable of the summary service. */
export class SummaryConfig extends ServiceConfig {
  @IsString()
  @MaxLength(500)
  OPENAI_API_KEY!: string;

  /** Any OpenAI-compatible address; ends in `/v1`. */
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  OPENAI_BASE_URL: string = 'https://api.openai.com/v1';

  /** The model that reads sessions. It must keep to a JSON schema. */
  @IsString()
  @MaxLength(100)
  OPENAI_SUMMARY_MODEL: string = 'gpt-4.1-mini';
}
