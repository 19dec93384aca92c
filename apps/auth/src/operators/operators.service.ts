import { Injectable, Logger } from '@nestjs/common';
import {
  ACCESS_TOKEN,
  DomainError,
  type ChallengeView,
  type OperatorLoginRequest,
  type OperatorSignedInView,
  type OperatorView,
  type RequestOtpRequest,
  type VerifyOtpRequest,
} from '@saathi/contracts';
import { AuthConfig } from '../auth.config.js';
import { canonicalEmail } from '../otp/email-address.js';
import { OtpService } from '../otp/otp.service.js';
import { AccessTokensService } from '../tokens/access-tokens.service.js';
import { OperatorsRepository } from './operators.repository.js';

/** Those who look after the service: signing in, being let in, signing out. */
@Injectable()
export class OperatorsService {
  private readonly log = new Logger(OperatorsService.name);

  constructor(
    private readonly operators: OperatorsRepository,
    private readonly otp: OtpService,
    private readonly tokens: AccessTokensService,
    private readonly config: AuthConfig,
  ) {}

  /**
   * Sends a code, if the address is an operator's. The answer does not tell whether it is.
   * @throws DomainError `email_invalid`, `rate_limited`
   */
  async requestOtp(request: RequestOtpRequest): Promise<ChallengeView> {
    const operator = await this.operators.findByEmail(canonicalEmail(request.email));
    return this.otp.request(request, { door: 'operators', isExpected: operator !== undefined });
  }

  /** @throws DomainError `otp_invalid`, `otp_attempts_exceeded`, `rate_limited` */
  async verifyOtp(request: VerifyOtpRequest): Promise<OperatorSignedInView> {
    const proven = await this.otp.prove(request, 'operators');
    const { OPERATOR_TTL_SECONDS } = this.config;
    const signedIn = await this.operators.signIn(proven, request.origin, OPERATOR_TTL_SECONDS);
    if (signedIn === undefined) {
      throw new DomainError('otp_invalid', 'The code was used already. Ask for a new one.');
    }
    const { operator, login_id } = signedIn;
    this.log.log('operator signed in', { operator_id: operator.id, login_id });
    const access_token = await this.tokens.sign({
      subject: operator.id,
      login_id,
      audience: ACCESS_TOKEN.operator_audience,
      life_seconds: OPERATOR_TTL_SECONDS,
    });
    return {
      status: 'signed_in',
      access_token,
      token_type: 'Bearer',
      expires_in: OPERATOR_TTL_SECONDS,
      operator,
    };
  }

  /**
   * The operator whose login it is. Asked with every request of an operator, so that who was removed or signed
   * out is out at once.
   * @throws DomainError `unauthorized`
   */
  async admit({ operator_id, login_id }: OperatorLoginRequest): Promise<OperatorView> {
    const operator = await this.operators.findSignedIn(operator_id, login_id);
    if (operator === undefined) throw new DomainError('unauthorized', 'Sign in again.');
    return operator;
  }

  /** Ends the login that asks. Ending it twice is no error. */
  async signOut({ operator_id, login_id }: OperatorLoginRequest): Promise<void> {
    await this.operators.signOut(operator_id, login_id);
  }
}
