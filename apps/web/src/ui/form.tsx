import type { ComponentProps, ReactNode } from 'react';

interface FormProps extends Omit<ComponentProps<'form'>, 'onSubmit'> {
  readonly onSubmit: () => void;
}

/** A form that the client hands in itself and whose faults are told in the person's language, not the browser's. */
export const Form = ({ onSubmit, ...more }: FormProps): ReactNode => (
  <form
    {...more}
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  />
);
