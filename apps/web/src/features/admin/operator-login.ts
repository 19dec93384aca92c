import type { OperatorSignedInView } from '@saathi/contracts';
import { createContext, use } from 'react';
import { parseJson } from '../../api/json';

/** An operator's login: for this tab and not for long, since it cannot be renewed. */
export interface OperatorLogin {
  readonly token: string;
  readonly email: string;
  readonly until: number;
}

const KEY = 'saathi.operator';

export const keptOperator = (): OperatorLogin | undefined => {
  const text = sessionStorage.getItem(KEY);
  const login = text === null ? undefined : parseJson<OperatorLogin>(text);
  return login !== undefined && login.until > Date.now() ? login : undefined;
};

export const keepOperator = ({ access_token, expires_in, operator }: OperatorSignedInView): OperatorLogin => {
  const login = { token: access_token, email: operator.email, until: Date.now() + expires_in * 1000 };
  sessionStorage.setItem(KEY, JSON.stringify(login));
  return login;
};

export const forgetOperator = (): void => {
  sessionStorage.removeItem(KEY);
};

export const OperatorContext = createContext<OperatorLogin | undefined>(undefined);

/** The token of the operator who is signed in; only inside the desk. */
export const useOperatorToken = (): string => use(OperatorContext)?.token ?? '';
