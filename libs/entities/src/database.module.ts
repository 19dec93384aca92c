import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { dataSourceOptions, type DatabaseAddress } from './data-source.js';
import { Database } from './database.js';

type EntityClass = new () => object;

/** The database for one application. Which entities it registers is its list of what it may touch. */
@Global()
@Module({})
export class DatabaseModule {
  static forApp(address: DatabaseAddress, entities: EntityClass[]): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(address), entities }),
        TypeOrmModule.forFeature(entities),
      ],
      providers: [
        { provide: Database, inject: [DataSource], useFactory: (source: DataSource) => new Database(source) },
      ],
      exports: [Database, TypeOrmModule],
    };
  }
}
