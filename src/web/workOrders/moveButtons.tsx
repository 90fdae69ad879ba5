/** The buttons of an order or of one of its warnings; both lists are asked anew when a move is done. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OfferShown } from '#derive/moveShown.ts';
import { send } from '../parts/ask.ts';
import { MoveChoices } from '../parts/moveChoices.tsx';
import { MoveForm } from '../parts/moveForm.tsx';
import { PersonChoice } from './personChoice.tsx';

interface MoveButtonsParts {
  /** Where the moves of the case go: `/work-orders/7`. */
  readonly path: string;
  readonly offers: readonly OfferShown[];
  /** The order whose people may be put in charge. */
  readonly order?: number;
  /** The verb that is most likely next. */
  readonly first?: string;
}

export function MoveButtons({ path, offers, order, first }: MoveButtonsParts) {
  return (
    <MoveChoices
      offers={offers}
      first={first}
      form={(offer, close) => <MovePart key={offer.verb} path={path} offer={offer} order={order} close={close} />}
    />
  );
}

interface MovePartParts {
  readonly path: string;
  readonly offer: OfferShown;
  readonly order: number | undefined;
  readonly close: () => void;
}

/** The form of the chosen move. */
function MovePart({ path, offer, order, close }: MovePartParts) {
  const queries = useQueryClient();
  const act = useMutation({
    mutationFn: (given: Readonly<Record<string, string>>) => send('POST', `${path}/${offer.verb}`, given),
    onSuccess: async () => {
      await Promise.all([queries.invalidateQueries({ queryKey: ['work-orders'] }), queries.invalidateQueries({ queryKey: ['warnings'] })]);
      close();
    },
  });
  return (
    <MoveForm
      offer={offer}
      isSending={act.isPending}
      error={act.error}
      person={order === undefined ? undefined : (field) => <PersonChoice order={order} {...field} />}
      cancel={close}
      submit={(given) => act.mutate(given)}
    />
  );
}
