import { Controller, Module, type DynamicModule, type Type } from '@nestjs/common';
import { calls, facts, type App, type PersonalFact } from '@saathi/contracts';
import type { BrokerConfig } from '@saathi/platform';
import { EventHandler, MessagingModule, RpcHandler, serviceOf, StreamHandler } from '../src/index.js';
import type { CallContext } from '../src/index.js';

/** Answers whatever its contracts say that an app answers, and hears what the app handles. */
export class Obliging {
  readonly asked: string[] = [];
  readonly heard: string[] = [];
  stopped = false;

  constructor(private readonly app: App) {}

  moduleFor(config: BrokerConfig): DynamicModule {
    return {
      module: ObligingModule,
      imports: [MessagingModule.forApp(this.app, config)],
      controllers: [this.controller()],
    };
  }

  private controller(): Type {
    @Controller()
    class ObligingController {}
    const { prototype } = ObligingController;
    for (const call of calls.filter((contract) => serviceOf(contract) === this.app)) {
      const once = (): Promise<unknown> => {
        this.asked.push(call.subject);
        return Promise.resolve({ by: this.app });
      };
      const many = (_request: unknown, context: CallContext): AsyncIterable<unknown> => this.count(context);
      const value = call.kind === 'rpc' ? once : many;
      Object.defineProperty(prototype, call.subject, { value });
      if (call.kind === 'rpc') RpcHandler(call)(prototype, call.subject, { value: once });
      else StreamHandler(call)(prototype, call.subject, { value: many });
    }
    for (const fact of facts.filter(({ handledBy }) => handledBy.includes(this.app))) {
      const value = ({ user_id }: PersonalFact): Promise<void> => {
        this.heard.push(`${fact.subject}.${user_id}`);
        return Promise.resolve();
      };
      Object.defineProperty(prototype, fact.subject, { value });
      EventHandler<PersonalFact>(fact)(prototype, fact.subject, { value });
    }
    return ObligingController;
  }

  private async *count({ signal }: CallContext): AsyncIterable<unknown> {
    for (let n = 1; !signal.aborted; n += 1) {
      yield { n };
      await new Promise(setImmediate);
    }
    this.stopped = true;
  }
}

@Module({})
class ObligingModule {}
