import { Injectable } from '@nestjs/common';
import {
  ACCESS_TOKEN,
  DomainError,
  events,
  SecurityEventKind,
  type ClientOrigin,
  type LoginListView,
  type LoginRequest,
  type TokenPairView,
} from '@saathi/contracts';
import type { Runner } from '@saathi/entities';
import { EventPublisher } from '@saathi/messaging';
import { randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { AuthConfig } from '../auth.config.js';
import { SecurityLog } from '../security-log/security-log.service.js';
import { AccessTokensService } from '../tokens/access-tokens.service.js';
import { LoginsRepository, type LockedToken, type TokenChain } from './logins.repository.js';
import { hashToken, makeRefreshToken, successionKey, successorOf } from './refresh-token.js';

/** Telling of an ended login takes no longer. */
const TELLING_SECONDS = 3;

/** A login that was opened, and those that had to end for it. */
export interface OpenedLogin {
  readonly user_id: string;
  readonly login_id: string;
  readonly refresh_token: string;
  readonly ended_logins: readonly string[];
}

type Refreshed =
  | { outcome: 'renewed'; token: LockedToken; refresh_token: string }
  | { outcome: 'reused'; token: LockedToken }
  | { outcome: 'invalid' };

/** Where somebody is signed in: opening, renewing, listing and ending logins. */
@Injectable()
export class LoginsService {
  private readonly key: Buffer;

  constructor(
    private readonly logins: LoginsRepository,
    private readonly tokens: AccessTokensService,
    private readonly events: EventPublisher,
    private readonly securityLog: SecurityLog,
    private readonly config: AuthConfig,
  ) {
    this.key = successionKey(config.OTP_PEPPERS.map(({ secret }) => secret).at(-1) ?? '');
  }

  /** Opens a login within the transaction that signs the person in. */
  async open(transaction: Runner, user_id: string, origin: ClientOrigin): Promise<OpenedLogin> {
    const login_id = newId();
    const refresh_token = makeRefreshToken();
    const ended_logins = await this.logins.open(transaction, {
      id: login_id,
      user_id,
      salt: randomBytes(16),
      token_hash: hashToken(refresh_token),
      origin,
    });
    return { user_id, login_id, refresh_token, ended_logins };
  }

  /** The first pair of tokens, after the commit. */
  async firstTokens({ user_id, login_id, refresh_token, ended_logins }: OpenedLogin): Promise<TokenPairView> {
    await this.tellEnded(user_id, ended_logins);
    return this.pair(user_id, login_id, refresh_token);
  }

  /**
   * Trades a refresh token for a new pair. The same token gives the same pair for a short while, so
   * that a lost answer or a second tab does no harm; later it is a theft and ends the login.
   * @throws DomainError `refresh_invalid`, `refresh_reused`
   */
  async refresh(refreshToken: string): Promise<TokenPairView> {
    const refreshed = await this.logins.withToken(
      hashToken(refreshToken),
      this.config.REFRESH_GRACE_SECONDS,
      (token, chain) => this.renew(refreshToken, token, chain),
    );
    if (refreshed.outcome === 'invalid') throw new DomainError('refresh_invalid', 'Sign in again.');
    const { user_id, login_id } = refreshed.token;
    if (refreshed.outcome === 'reused') {
      this.securityLog.record({ kind: SecurityEventKind.RefreshReused, user_id, login_id });
      await this.tellEnded(user_id, [login_id]);
      throw new DomainError('refresh_reused', 'This login was ended for your safety. Sign in again.');
    }
    return this.pair(user_id, login_id, refreshed.refresh_token);
  }

  /** Ends the login that asks. Ending it twice is no error. */
  async logout({ user_id, login_id }: LoginRequest): Promise<void> {
    if (await this.logins.revoke(user_id, login_id, 'logout'))
      this.securityLog.record({ kind: SecurityEventKind.SignedOut, user_id, login_id });
    await this.tellEnded(user_id, [login_id]);
  }

  async logoutAll(user_id: string): Promise<void> {
    const ended = await this.logins.revokeAll(user_id, 'logout_all');
    this.securityLog.record({ kind: SecurityEventKind.SignedOutEverywhere, user_id });
    await this.tellEnded(user_id, ended);
  }

  /** @throws DomainError `not_found` when the person has no such login */
  async revoke({ user_id, login_id }: LoginRequest): Promise<void> {
    if (!(await this.logins.revoke(user_id, login_id, 'revoked'))) throw new DomainError('not_found');
    this.securityLog.record({ kind: SecurityEventKind.LoginEnded, user_id, login_id });
    await this.tellEnded(user_id, [login_id]);
  }

  async list({ user_id, login_id }: LoginRequest): Promise<LoginListView> {
    const rows = await this.logins.list(user_id);
    return {
      items: rows.map(({ id, created_at, last_seen_at, user_agent }) => ({
        id,
        created_at: created_at.toISOString(),
        last_seen_at: last_seen_at.toISOString(),
        user_agent,
        current: id === login_id,
      })),
    };
  }

  private async renew(
    refreshToken: string,
    token: LockedToken | undefined,
    chain: TokenChain,
  ): Promise<Refreshed> {
    if (token?.alive !== true) return { outcome: 'invalid' };
    const successor = successorOf(refreshToken, token.salt, this.key);
    if (!token.rotated) {
      await chain.rotate(hashToken(successor));
    } else if (!token.within_grace || !(await chain.isUnused(hashToken(successor)))) {
      await chain.revoke('reuse');
      return { outcome: 'reused', token };
    }
    return { outcome: 'renewed', token, refresh_token: successor };
  }

  private async pair(userId: string, loginId: string, refreshToken: string): Promise<TokenPairView> {
    const { ACCESS_TTL_SECONDS } = this.config;
    return {
      access_token: await this.tokens.sign({
        subject: userId,
        login_id: loginId,
        audience: ACCESS_TOKEN.audience,
        life_seconds: ACCESS_TTL_SECONDS,
      }),
      token_type: 'Bearer',
      expires_in: ACCESS_TTL_SECONDS,
      refresh_token: refreshToken,
    };
  }

  /** Tells of ended logins that nobody was told of: the process that ended them died, or the broker was away. */
  async tellUntold(): Promise<void> {
    for (const { user_id, login_id } of await this.logins.findUntold(TELLING_SECONDS))
      await this.tellEnded(user_id, [login_id]);
  }

  private async tellEnded(user_id: string, loginIds: readonly string[]): Promise<void> {
    await Promise.all(
      loginIds.map(async (login_id) => {
        await this.events.publish(events.loginRevoked, { user_id, login_id }, login_id);
        await this.logins.markEndTold(login_id);
      }),
    );
  }
}
