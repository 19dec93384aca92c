import { MessageRole, MessageTag } from '@saathi/contracts';
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
import { SessionEntity } from './session.entity.js';
import { UserEntity } from './user.entity.js';

@Entity('messages')
@Index('messages_session_id_created_at_idx', { synchronize: false })
@Index('messages_user_id_created_at_idx', { synchronize: false })
@Index('messages_created_at_idx', { synchronize: false })
export class MessageEntity {
  /** A UUIDv7 of ours, so that messages of one instant keep their order. */
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'messages_pkey' })
  id!: string;

  @Column('uuid')
  session_id!: string;

  @ManyToOne(() => SessionEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'messages_session_id_fkey' })
  session?: Relation<SessionEntity>;

  @Column('uuid')
  user_id!: string;

  @ManyToOne(() => UserEntity, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'messages_user_id_fkey' })
  user?: Relation<UserEntity>;

  @Column({ type: 'enum', enum: Object.values(MessageRole), enumName: 'message_role_enum' })
  role!: MessageRole;

  @Column({
    type: 'enum',
    enum: Object.values(MessageTag),
    enumName: 'message_tag_enum',
    default: MessageTag.General,
  })
  tag!: MessageTag;

  @Column('text')
  text!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  created_at!: Date;
}
