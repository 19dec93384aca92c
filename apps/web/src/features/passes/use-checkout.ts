import type { PlanType } from '@saathi/contracts';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { createPayment } from '../../api/client';
import { openCheckout } from './open-checkout';

/** Opens an order for a pass and leads to the page where it is paid. */
export const useCheckout = () => {
  // A second try after a lost answer finds the order of the first; another plan is another order.
  const key = useRef({ plan: '', id: '' });
  return useMutation({
    mutationFn: async (plan: PlanType) => {
      if (key.current.plan !== plan) key.current = { plan, id: crypto.randomUUID() };
      const payment = await createPayment(plan, key.current.id);
      await openCheckout(payment);
      // The page is being left: the button stays as it is until then.
      await new Promise(() => undefined);
    },
  });
};
