import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './button';
import { Icon, type IconName } from './icon';

export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  readonly onSelect: () => void;
  readonly alarming?: boolean;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly small?: boolean;
  /** Given where something else may open it as well. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A button with three dots that opens a short list of things to do. */
export const Menu = ({ label, items, small = false, ...opening }: MenuProps): ReactNode => (
  <DropdownMenu.Root modal={false} {...opening}>
    <DropdownMenu.Trigger asChild>
      <IconButton label={label} small={small}>
        <Icon name="more" />
      </IconButton>
    </DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align="end"
        collisionPadding={8}
        className="z-30 min-w-44 animate-fade rounded-2xl border border-line bg-raised p-1.5 shadow-lift"
      >
        {items.map(({ label: text, icon, onSelect, alarming = false }) => (
          <DropdownMenu.Item
            key={text}
            onSelect={onSelect}
            className={`flex min-h-11 cursor-pointer items-center gap-3 rounded-xl px-3 outline-none data-highlighted:bg-sunk ${alarming ? 'text-alarm' : ''}`}
          >
            <Icon name={icon} />
            {text}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);
