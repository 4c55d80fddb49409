import type { Interceptor } from "../../simulator/kernel/pco.ts";
import type { CardSupply } from "../cards/field.ts";
import type { CommandApdu } from "../iso7816/apdu.ts";

/** An interceptor that feeds the chip poorly during the commands that are struck. */
export function poorSupply(
  strikes: (command: CommandApdu) => boolean,
  supply: CardSupply["supply"],
): Interceptor<CardSupply> {
  return (fed) => ({ pass: strikes(fed.command) ? { ...fed, supply } : fed });
}
