import 'react';

declare module 'react' {
  /** The custom properties that elements are given. */
  interface CSSProperties {
    '--tint'?: string;
    '--length'?: number;
  }
}
