import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { ConfigClass } from './load-config.js';

/** Makes the checked environment injectable as its own class, everywhere in the application. */
@Global()
@Module({})
export class ConfigModule {
  static of<T extends object>(configClass: ConfigClass<T>, config: T): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: configClass, useValue: config }],
      exports: [configClass],
    };
  }
}
