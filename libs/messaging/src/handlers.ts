import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import type {
  AnyContract,
  EventContract,
  PersonalFact,
  RpcContract,
  StreamContract,
} from '@saathi/contracts';
import type { CallContext } from './call-context.js';
import { ContractValidationPipe } from './contract-validation.pipe.js';

/** Metadata key under which a handler keeps its contract. */
export const CONTRACT = 'saathi:contract';

type Method<In, Out> = (input: In) => Promise<Out>;
type StreamMethod<In, Chunk> = (input: In, call: CallContext) => AsyncIterable<Chunk>;

/** The method answers this call. A method with another request or response type does not compile. */
export const RpcHandler =
  <Req, Res>(contract: RpcContract<Req, Res>) =>
  <M extends Method<Req, Res>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    takesPayload(contract, contract.request, target, key);
    answers(contract, MessagePattern(contract.subject, { contract }))(target, key, descriptor);
  };

/** The method answers this call by a stream; it should end soon after `call.signal` is aborted. */
export const StreamHandler =
  <Req, Chunk>(contract: StreamContract<Req, Chunk>) =>
  <M extends StreamMethod<Req, Chunk>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    takesPayload(contract, contract.request, target, key);
    Ctx()(target, key, 1);
    answers(contract, MessagePattern(contract.subject, { contract }))(target, key, descriptor);
  };

/** The same for a call that all replicas hear: undefined says that another one holds what it is about. */
export const HolderRpcHandler =
  <Req, Res>(contract: RpcContract<Req, Res>) =>
  <M extends Method<Req, Res | undefined>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    takesPayload(contract, contract.request, target, key);
    answers(contract, MessagePattern(contract.subject, { contract }))(target, key, descriptor);
  };

/** The same for a stream that all replicas hear. */
export const HolderStreamHandler =
  <Req, Chunk>(contract: StreamContract<Req, Chunk>) =>
  <M extends (input: Req) => AsyncIterable<Chunk> | undefined>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    takesPayload(contract, contract.request, target, key);
    answers(contract, MessagePattern(contract.subject, { contract }))(target, key, descriptor);
  };

/**
 * The method hears this event: at least once, on one replica, again after a failure. What it does
 * must come out the same when it is done twice.
 */
export const EventHandler =
  <Payload extends PersonalFact>(contract: EventContract<Payload>) =>
  <M extends Method<Payload, void>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    takesPayload(contract, contract.payload, target, key);
    // The type argument chooses the overload for any method; without it a payload is presumed.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-arguments -- see above
    answers(contract, EventPattern<string>(contract.subject, { contract }))(target, key, descriptor);
  };

const takesPayload = (
  { subject }: AnyContract,
  dto: RpcContract['request'],
  target: object,
  key: string | symbol,
): void => {
  Payload(new ContractValidationPipe(subject, dto))(target, key, 0);
};

const answers = (contract: AnyContract, pattern: MethodDecorator): MethodDecorator =>
  applyDecorators(pattern, SetMetadata(CONTRACT, contract));
