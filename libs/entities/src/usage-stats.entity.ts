import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { UserEntity } from './user.entity.js';

/** Kept by database triggers alone; read-only for every application. */
@Entity('usage_stats')
export class UsageStatsEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'usage_stats_pkey' })
  user_id!: string;

  @OneToOne(() => UserEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'usage_stats_user_id_fkey' })
  user?: Relation<UserEntity>;

  @Column({ type: 'integer', default: 0, insert: false, update: false })
  total_messages!: number;

  @Column({ type: 'integer', default: 0, insert: false, update: false })
  total_call_seconds!: number;

  @Column({ type: 'timestamptz', default: () => 'now()', insert: false, update: false })
  updated_at!: Date;
}
