import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { UserEntity } from '@saathi/entities';
import { Repository } from 'typeorm';

/** What a person may change of their row. */
export type ProfileChange = Partial<
  Pick<UserEntity, 'name' | 'phone_number' | 'gender' | 'locale' | 'persona'>
>;

@Injectable()
export class UsersRepository {
  constructor(@InjectRepository(UserEntity) private readonly users: Repository<UserEntity>) {}

  async findById(id: string): Promise<UserEntity | null> {
    return this.users.findOneBy({ id });
  }

  async change(id: string, change: ProfileChange): Promise<void> {
    await this.users.update({ id }, change);
  }
}
