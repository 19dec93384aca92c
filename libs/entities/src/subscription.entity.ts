import { PlanType } from '@saathi/contracts';
import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { UserEntity } from './user.entity.js';

@Entity('subscriptions')
@Index('subscriptions_user_id_end_date_idx', { synchronize: false })
@Index('subscriptions_active_end_date_idx', { synchronize: false })
export class SubscriptionEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'subscriptions_pkey' })
  id!: string;

  @Column('uuid')
  user_id!: string;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'subscriptions_user_id_fkey' })
  user?: Relation<UserEntity>;

  @Column({ type: 'enum', enum: Object.values(PlanType), enumName: 'plan_type_enum' })
  plan_type!: PlanType;

  @Column('numeric', { precision: 10, scale: 2 })
  amount!: string;

  @Column('timestamptz')
  start_date!: Date;

  /** The first instant at which the pass no longer counts. */
  @Column('timestamptz')
  end_date!: Date;

  @Column('boolean', { default: true })
  active!: boolean;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}
