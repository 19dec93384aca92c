import { PaymentStatus, PlanType } from '@saathi/contracts';
import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  type Relation,
} from 'typeorm';
import { SubscriptionEntity } from './subscription.entity.js';
import { UserEntity } from './user.entity.js';

@Entity('payments')
@Unique('payments_cashfree_order_id_key', ['cashfree_order_id'])
@Index('payments_user_id_created_at_idx', { synchronize: false })
@Index('payments_subscription_id_idx', { synchronize: false })
export class PaymentEntity {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'payments_pkey' })
  id!: string;

  @Column('uuid')
  user_id!: string;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'payments_user_id_fkey' })
  user?: Relation<UserEntity>;

  @Column('uuid', { nullable: true })
  subscription_id!: string | null;

  @ManyToOne(() => SubscriptionEntity, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'subscription_id', foreignKeyConstraintName: 'payments_subscription_id_fkey' })
  subscription?: Relation<SubscriptionEntity> | null;

  @Column('text')
  cashfree_order_id!: string;

  @Column('text', { nullable: true })
  cashfree_payment_id!: string | null;

  @Column('numeric', { precision: 10, scale: 2 })
  amount!: string;

  @Column({
    type: 'enum',
    enum: Object.values(PaymentStatus),
    enumName: 'payment_status_enum',
    default: PaymentStatus.Pending,
  })
  status!: PaymentStatus;

  @Column({ type: 'enum', enum: Object.values(PlanType), enumName: 'plan_type_enum' })
  plan_type!: PlanType;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()', insert: false, update: false })
  updated_at!: Date;
}
