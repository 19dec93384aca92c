import { ActorRequest, DoneView, EmptyRequest, IdParams } from '../actor.js';
import { rpc, stream } from '../contract.js';
import { ExportChunk } from '../export.dto.js';
import { ActorPageRequest } from '../pagination.js';
import { ChallengeView, RequestOtpRequest, ResendOtpBody } from './challenge.dto.js';
import { ChangeConsentRequest, ConsentListView } from './consent.dto.js';
import { ErasureReceiptView, ErasureView } from './erasure.dto.js';
import { JwksView } from './jwks.dto.js';
import { LoginListView, LoginRequest } from './login.dto.js';
import {
  OperatorActionPage,
  OperatorActionsRequest,
  OperatorLoginRequest,
  OperatorSignedInView,
  OperatorView,
} from './operator.dto.js';
import { PeopleOverview } from './overview.dto.js';
import { UpdateProfileRequest } from './profile.dto.js';
import { SecurityEventPage } from './security-event.dto.js';
import {
  RefreshBody,
  RegisterRequest,
  SignedInView,
  TokenPairView,
  VerifiedView,
  VerifyOtpRequest,
} from './sign-in.dto.js';
import { UserView } from './user.dto.js';

/** What the auth service answers: who somebody is. */
export const authRpc = {
  requestOtp: rpc('rpc.auth.request_otp', {
    request: RequestOtpRequest,
    response: ChallengeView,
    errors: ['email_invalid', 'rate_limited'],
  }),
  resendOtp: rpc('rpc.auth.resend_otp', {
    request: ResendOtpBody,
    response: ChallengeView,
    errors: ['otp_invalid', 'rate_limited'],
  }),
  verifyOtp: rpc('rpc.auth.verify_otp', {
    request: VerifyOtpRequest,
    response: VerifiedView,
    errors: ['otp_invalid', 'otp_attempts_exceeded', 'rate_limited'],
  }),
  register: rpc('rpc.auth.register', {
    request: RegisterRequest,
    response: SignedInView,
    errors: ['registration_token_invalid', 'adult_required'],
  }),
  refresh: rpc('rpc.auth.refresh', {
    request: RefreshBody,
    response: TokenPairView,
    errors: ['refresh_invalid', 'refresh_reused'],
  }),
  logout: rpc('rpc.auth.logout', { request: LoginRequest, response: DoneView }),
  logoutAll: rpc('rpc.auth.logout_all', { request: ActorRequest, response: DoneView }),
  listLogins: rpc('rpc.auth.list_logins', { request: LoginRequest, response: LoginListView }),
  revokeLogin: rpc('rpc.auth.revoke_login', {
    request: LoginRequest,
    response: DoneView,
    errors: ['not_found'],
  }),
  getJwks: rpc('rpc.auth.get_jwks', { request: EmptyRequest, response: JwksView }),
  getProfile: rpc('rpc.auth.get_profile', {
    request: ActorRequest,
    response: UserView,
    errors: ['not_found'],
  }),
  updateProfile: rpc('rpc.auth.update_profile', {
    request: UpdateProfileRequest,
    response: UserView,
    errors: ['not_found'],
  }),
  listSecurityEvents: rpc('rpc.auth.list_security_events', {
    request: ActorPageRequest,
    response: SecurityEventPage,
  }),
  listConsents: rpc('rpc.auth.list_consents', { request: ActorRequest, response: ConsentListView }),
  changeConsent: rpc('rpc.auth.change_consent', {
    request: ChangeConsentRequest,
    response: ConsentListView,
    errors: ['forbidden'],
  }),
  exportRows: stream('rpc.auth.export_rows', { request: LoginRequest, chunk: ExportChunk }),
  /** Everything that belongs to one person goes; what takes longer than a few seconds goes on behind the answer. */
  erasePerson: rpc('rpc.auth.erase_person', {
    request: ActorRequest,
    response: ErasureReceiptView,
    errors: ['not_found'],
    limitMs: 10_000,
  }),
  /** Sends a code if the address is an operator's; the answer does not tell. */
  requestOperatorOtp: rpc('rpc.auth.request_operator_otp', {
    request: RequestOtpRequest,
    response: ChallengeView,
    errors: ['email_invalid', 'rate_limited'],
  }),
  verifyOperatorOtp: rpc('rpc.auth.verify_operator_otp', {
    request: VerifyOtpRequest,
    response: OperatorSignedInView,
    errors: ['otp_invalid', 'otp_attempts_exceeded', 'rate_limited'],
  }),
  /** Asked with every request of an operator, so that who was removed or signed out is out at once. */
  admitOperator: rpc('rpc.auth.admit_operator', {
    request: OperatorLoginRequest,
    response: OperatorView,
    errors: ['unauthorized'],
  }),
  signOutOperator: rpc('rpc.auth.sign_out_operator', { request: OperatorLoginRequest, response: DoneView }),
  listOperatorActions: rpc('rpc.auth.list_operator_actions', {
    request: OperatorActionsRequest,
    response: OperatorActionPage,
  }),
  getOverview: rpc('rpc.auth.get_overview', { request: EmptyRequest, response: PeopleOverview }),
  getErasure: rpc('rpc.auth.get_erasure', {
    request: IdParams,
    response: ErasureView,
    errors: ['not_found'],
  }),
} as const;
