import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

/** What every process reads. */
export class PlatformConfig {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info';

  /** Where the message broker listens; several addresses with commas. */
  @Matches(/^(nats|tls):\/\/\S+$/)
  NATS_URL!: string;
}

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
