import { Injectable } from '@nestjs/common';
import {
  ConsentPurpose,
  DomainError,
  Persona,
  SecurityEventKind,
  type ClientOrigin,
  type ProfileRequiredView,
  type RegisterRequest,
  type SignedInView,
} from '@saathi/contracts';
import { v7 as newId } from 'uuid';
import { LoginsService, type OpenedLogin } from '../logins/logins.service.js';
import { hashToken, makeRefreshToken } from '../logins/refresh-token.js';
import type { ProvenAddress } from '../otp/otp.service.js';
import { SecurityLog } from '../security-log/security-log.service.js';
import { UsersService } from '../users/users.service.js';
import { SignInRepository } from './sign-in.repository.js';

const REGISTRATION_SECONDS = 1800;
const DEFAULT_LOCALE = 'hi-IN';
/** What registering agrees to, as the notice says; what is not needed for the service can be taken back by itself. */
const CONSENTS = Object.values(ConsentPurpose);

/** From a proven address to a signed-in person. */
@Injectable()
export class SignInService {
  constructor(
    private readonly repository: SignInRepository,
    private readonly logins: LoginsService,
    private readonly users: UsersService,
    private readonly securityLog: SecurityLog,
  ) {}

  /**
   * Signs in whoever has the address, or lets a newcomer register.
   * @throws DomainError `otp_invalid` when the same code signed somebody in at the same moment
   */
  async complete(proven: ProvenAddress, origin: ClientOrigin): Promise<SignedInView | ProfileRequiredView> {
    const registration_token = makeRefreshToken();
    const login = await this.repository.transaction(async (transaction) => {
      if (!(await this.repository.consume(transaction, proven))) {
        throw new DomainError('otp_invalid', 'The code was used already. Ask for a new one.');
      }
      const userId = await this.repository.findUserId(transaction, proven.email);
      if (userId !== undefined) return this.logins.open(transaction, userId, origin);
      await this.repository.addRegistration(
        transaction,
        hashToken(registration_token),
        proven.challenge_id,
        REGISTRATION_SECONDS,
      );
      return undefined;
    });
    return login === undefined
      ? { status: 'profile_required', registration_token, expires_in: REGISTRATION_SECONDS }
      : this.signedIn(login, SecurityEventKind.SignedIn, origin);
  }

  /**
   * Makes an account for a proven address and signs its owner in.
   * @throws DomainError `adult_required`, `registration_token_invalid`
   */
  async register(request: RegisterRequest): Promise<SignedInView> {
    if (!request.is_adult)
      throw new DomainError('adult_required', 'Saathi is for people of 18 years and older.');
    const login = await this.repository.transaction(async (transaction) => {
      const proven = await this.repository.useRegistration(
        transaction,
        hashToken(request.registration_token),
      );
      if (proven === undefined) throw expired();
      const {
        name,
        gender,
        persona = Persona.SweetSupportive,
        phone_number = null,
        locale = proven.locale ?? DEFAULT_LOCALE,
      } = request;
      const user = {
        id: newId(),
        email: proven.email,
        name: name.trim(),
        gender,
        persona,
        phone_number,
        locale,
      };
      if (!(await this.repository.addUser(transaction, user, CONSENTS))) throw expired();
      return this.logins.open(transaction, user.id, request.origin);
    });
    return this.signedIn(login, SecurityEventKind.Registered, request.origin);
  }

  private async signedIn(
    login: OpenedLogin,
    kind: SecurityEventKind,
    origin: ClientOrigin,
  ): Promise<SignedInView> {
    const { user_id, login_id } = login;
    this.securityLog.record({ kind, user_id, login_id, origin });
    const tokens = await this.logins.firstTokens(login);
    return { status: 'signed_in', ...tokens, user: await this.users.getProfile(login.user_id) };
  }
}

const expired = (): DomainError =>
  new DomainError('registration_token_invalid', 'The registration has expired or was used. Sign in again.');
