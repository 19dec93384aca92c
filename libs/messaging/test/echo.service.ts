import { Controller, Module, type DynamicModule } from '@nestjs/common';
import { DomainError, event, rpc, stream } from '@saathi/contracts';
import { currentContext, ServiceConfig } from '@saathi/platform';
import { IsInt, IsString, IsUUID } from 'class-validator';
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { EventHandler, MessagingModule, RpcHandler, StreamHandler, type CallContext } from '../src/index.js';

export class SayRequest {
  @IsString()
  text!: string;
}

export class SayView {
  text!: string;
  request_id!: string | null;
}

export class CountRequest {
  @IsInt()
  to!: number;
}

export class CountChunk {
  n!: number;
}

export class RungEvent {
  @IsUUID('loose')
  user_id!: string;

  @IsString()
  bell!: string;
}

export const echoRpc = {
  say: rpc('rpc.echo.say', { request: SayRequest, response: SayView, errors: ['not_found'] }),
  sayLater: rpc('rpc.echo.say_later', { request: SayRequest, response: SayView, limitMs: 8000 }),
  count: stream('rpc.echo.count', { request: CountRequest, chunk: CountChunk }),
};

export const rung = event('event.bell.rung', RungEvent, { toldBy: [] });

/** What the handlers of a test did, and what they should do. */
export class EchoProbe extends EventEmitter {
  readonly counted: number[] = [];
  readonly rung: string[] = [];
  stopped = false;
  /** How often a bell fails before it rings. */
  failures = new Map<string, number>();

  async said(): Promise<void> {
    await once(this, 'said');
  }
}

@Controller()
class EchoHandlers {
  constructor(private readonly probe: EchoProbe) {}

  @RpcHandler(echoRpc.say)
  say({ text }: SayRequest): Promise<SayView> {
    if (text === 'missing') throw new DomainError('not_found', 'no such word', { word: text });
    if (text === 'secret') throw new Error('the password is 1234');
    return Promise.resolve({ text, request_id: currentContext()?.request_id ?? null });
  }

  @RpcHandler(echoRpc.sayLater)
  async sayLater({ text }: SayRequest): Promise<SayView> {
    this.probe.emit('said');
    await pause(1000);
    return { text, request_id: null };
  }

  @StreamHandler(echoRpc.count)
  async *count({ to }: CountRequest, { signal }: CallContext): AsyncIterable<CountChunk> {
    for (let n = 1; n <= to && !signal.aborted; n += 1) {
      this.probe.counted.push(n);
      yield { n };
      if (n === 13) throw new DomainError('model_unavailable');
      await pause(5);
    }
    this.probe.stopped = signal.aborted;
  }

  @EventHandler(rung)
  ring({ bell }: RungEvent): Promise<void> {
    this.probe.rung.push(bell);
    const failures = this.probe.failures.get(bell) ?? 0;
    this.probe.failures.set(bell, failures - 1);
    return failures > 0 ? Promise.reject(new Error('out of order')) : Promise.resolve();
  }
}

@Module({})
export class EchoModule {
  static with(config: ServiceConfig, probe: EchoProbe): DynamicModule {
    return {
      module: EchoModule,
      imports: [MessagingModule.forApp('echo', config)],
      controllers: [EchoHandlers],
      providers: [{ provide: EchoProbe, useValue: probe }],
    };
  }
}
