import { ActorRequest, DoneView, EmptyRequest } from '../actor.js';
import { rpc } from '../contract.js';
import { ChallengeView, RequestOtpRequest, ResendOtpBody } from './challenge.dto.js';
import { JwksView } from './jwks.dto.js';
import { LoginListView, LoginRequest } from './login.dto.js';
import { UpdateProfileRequest } from './profile.dto.js';
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
} as const;
