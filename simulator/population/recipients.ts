import type { ComputedAid } from "./computed-aid.ts";
import type { ComputedSubsidies } from "./computed-subsidies.ts";
import type { DayNumber } from "./day-number.ts";
import type { Lives } from "./lives.ts";
import { AID_LAW, payerBehind, type RecipientKey, seatBehind } from "./recipient-number.ts";

/** What the look-up by a recipient number works with. */
export interface RecipientBooks {
  readonly lives: Lives;
  readonly aid: ComputedAid;
  readonly subsidies: ComputedSubsidies;
}

/** Index of the person registered under a payer and recipient number by a day; undefined when nobody is. */
export function recipientBehind(
  { lives, aid, subsidies }: RecipientBooks,
  key: RecipientKey,
  on: DayNumber,
): number | undefined {
  const payer = payerBehind(key.payerNumber);
  const seat = payer && seatBehind(payer.municipality, key.recipientNumber);
  const living = seat && lives.registry.livingAt(seat.home);
  const life = living && lives.together(living.household)[seat.position];
  if (life === undefined) return undefined;
  const entries = payer?.law === AID_LAW ? [aid.of(life, on)] : subsidies.of(life, on);
  const registered = entries.some(
    (entry) => entry?.payerNumber === key.payerNumber && entry.recipientNumber === key.recipientNumber,
  );
  return registered ? life.index : undefined;
}
