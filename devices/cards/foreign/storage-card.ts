import type { Rng } from "../../../simulator/kernel/rng.ts";
import type { Atr } from "../../iso7816/atr.ts";
import { SW } from "../../iso7816/status-word.ts";
import { asksIdentity, tellIdentity } from "../../pcsc-part3/answer.ts";
import { type Card, cardOf, unsupported } from "../card.ts";
import { defaultCardProfile } from "../choices.ts";
import { nothingSelected } from "./foreign-card.ts";

/**
 * A card that speaks no APDU: the reader makes its ATR (PC/SC part 3 §3.1.3.2.3.2, bytes in firmware-validation.md §6) and
 * tells its UID. Everything else is 6A81, as was seen with a FeliCa card on a PC/SC reader (Stack Overflow 35718553);
 * other readers may say it otherwise. Reading blocks (`FF B0` and the like) is left out: a counter has no use for it.
 */
export function storageCard(atr: Atr, uid: Uint8Array, rng: Rng): Card {
  return cardOf([nothingSelected], undefined, {
    atr,
    profile: defaultCardProfile,
    rng,
    pseudoApdus: (command) =>
      asksIdentity(command)
        ? { response: tellIdentity(command, { uid }) }
        : unsupported(command, SW.functionNotSupported),
  });
}
