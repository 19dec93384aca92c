import type { LoveLanguage } from '@saathi/contracts';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { numericAsNumber } from './numeric.column.js';
import { UserEntity } from './user.entity.js';

@Entity('user_summary_latest')
export class UserSummaryLatestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'user_summary_latest_pkey' })
  user_id!: string;

  @OneToOne(() => UserEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_summary_latest_user_id_fkey' })
  user?: Relation<UserEntity>;

  @Column('text', { nullable: true })
  partner_type_one_liner!: string | null;

  @Column('text', { array: true, nullable: true })
  top_3_traits_you_value!: string[] | null;

  @Column('text', { array: true, nullable: true })
  what_you_might_work_on!: string[] | null;

  @Column('text', { array: true, nullable: true })
  next_time_focus!: string[] | null;

  @Column('text', { nullable: true })
  love_language_guess!: LoveLanguage | null;

  @Column('text', { nullable: true })
  communication_fit!: string | null;

  @Column('numeric', { precision: 4, scale: 2, nullable: true, transformer: numericAsNumber })
  confidence_score!: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()', insert: false, update: false })
  updated_at!: Date;
}
