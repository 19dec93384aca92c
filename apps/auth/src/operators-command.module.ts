import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule, type DatabaseAddress } from '@saathi/entities';
import { OperatorRecordRepository } from './operator-record/operator-record.repository.js';
import { OperatorsRepository } from './operators/operators.repository.js';
import { SignInRepository } from './sign-in/sign-in.repository.js';

/** What the command that makes operators needs: the database, and nothing that listens. */
@Module({ providers: [OperatorsRepository, OperatorRecordRepository, SignInRepository] })
export class OperatorsCommandModule {
  static with(address: DatabaseAddress): DynamicModule {
    return { module: OperatorsCommandModule, imports: [DatabaseModule.forApp(address, [])] };
  }
}
