import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, ValidateIf } from 'class-validator';

/** What every process reads. */
export class PlatformConfig {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info';

  /** Where the message broker listens; several addresses with commas. */
  @Matches(/^(nats|tls):\/\/\S+$/)
  NATS_URL!: string;

  /** The seed of the nkey that this process signs in to the broker with. */
  @ValidateIf((config: PlatformConfig) => config.NATS_NKEY_SEED !== undefined || needsSeed(config))
  @Matches(/^SU[A-Z2-7]{56}$/, {
    message:
      'NATS_NKEY_SEED must be the seed of a user (SU…); production needs one unless NATS_URL has user and password',
  })
  NATS_NKEY_SEED?: string;
}

/** Production signs in to its broker, one way or the other. */
const needsSeed = ({ NODE_ENV, NATS_URL }: PlatformConfig): boolean =>
  NODE_ENV === 'production' && !/^\w+:\/\/[^/@]+@/.test(NATS_URL);

/** What a process needs to know of the broker. */
export type BrokerConfig = Pick<PlatformConfig, 'NATS_URL' | 'NATS_NKEY_SEED'>;

/** What every service behind the gateway reads: each keeps its data in Postgres. */
export class ServiceConfig extends PlatformConfig {
  @Matches(/^postgres(ql)?:\/\/\S+$/)
  DATABASE_URL!: string;

  /** The role to work as after signing in; unset: as whoever signed in. */
  @IsOptional()
  @IsString()
  @Matches(/^[a-z_][a-z0-9_]*$/)
  DATABASE_ROLE?: string;

  /** Connections a process may hold at once. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  DATABASE_POOL_SIZE: number = 10;

  /** Port of `/health/live`, `/health/ready` and `/metrics` of a service; 0 takes any free one. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  HEALTH_PORT: number = 0;

  /** How often rows are looked for whose time has come. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3600)
  SWEEP_INTERVAL_SECONDS: number = 60;
}
