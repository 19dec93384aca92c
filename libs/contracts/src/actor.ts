import { IsIP, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeLeftOut } from './fields.js';

/** A request made by somebody who is signed in. The gateway fills it from the access token. */
export class ActorRequest {
  @IsUUID('loose')
  user_id!: string;
}

/** A request made by somebody who looks after the service. The gateway fills it from their token. */
export class OperatorRequest {
  @IsUUID('loose')
  operator_id!: string;
}

/** A request about one thing of the person who asks. */
export class ActorIdRequest extends ActorRequest {
  @IsUUID('loose')
  id!: string;
}

/** Where a request of somebody not yet signed in came from. */
export class ClientOrigin {
  @IsIP()
  client_ip!: string;

  @MayBeLeftOut()
  @IsString()
  @MaxLength(512)
  user_agent?: string;
}

/** The id in a path. */
export class IdParams {
  @IsUUID('loose')
  id!: string;
}

/** A call that needs no input. */
export class EmptyRequest {
  /** Never sent; a class must have some shape. */
  @MayBeLeftOut()
  readonly nothing?: never;
}

/** A call that has nothing to say but that it was done. */
export class DoneView {
  ok!: true;
}
