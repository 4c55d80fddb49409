import type { Process } from "../../simulator/kernel/process.ts";
import type { CardAccess } from "./card-access.ts";
import type { Counter } from "./counter.ts";
import type { ReaderMessageCode } from "./messages.ts";
import type { Confirmation } from "./outcome.ts";
import { pinTyped } from "./pin-pad.ts";

/** No phone was felt: it was held to the wrong spot, or its owner did not unlock it. */
interface NotFelt {
  readonly kind: "not-felt";
}

/**
 * S03c: a phone held to the general reader beside the face reader, or to one that reads phones by itself
 * (my-number-card.md §6, readers-and-line.md §1). Android: the PIN of the phone's
 * own certificate is typed here first; iPhone: its owner unlocks it by face or finger. What fails is told and tried
 * again, a few times; the order of screens in between is ours.
 */
export function* confirmByPhone(counter: Counter, phone: CardAccess): Process<Confirmation | ReaderMessageCode> {
  const { profile, decisions } = counter.parts;
  const chosen = yield* counter.show({ screen: "S03c", phones: ["android", "iphone"] }, profile.choiceMs);
  if (chosen?.kind !== "chose-phone") return "SIM-008";
  let pin: string | undefined;
  for (let held = 0; held < decisions.phoneTries; held++) {
    if (chosen.phone === "android" && pin === undefined) {
      pin = pinTyped(yield* counter.show({ screen: "S03b" }, profile.pinMs));
      if (pin === undefined) return "SIM-008";
    }
    const touch = yield* counter.show({ screen: "S03c" }, profile.choiceMs);
    if (touch?.kind !== "held-phone") return "SIM-008";
    const result = yield* askPhone(counter, phone, pin);
    switch (result.kind) {
      case "pin-wrong":
        pin = undefined;
        yield* counter.show({ screen: "S03b", message: "SIM-003", triesLeft: result.triesLeft });
        break;
      case "not-felt":
        yield* counter.show({ screen: "S03c", message: "SIM-017" });
        break;
      case "card-failed":
        yield* counter.show({ screen: "S03c", message: "SIM-018" });
        break;
      default:
        return result;
    }
  }
  return "SIM-012";
}

function* askPhone(counter: Counter, phone: CardAccess, pin: string | undefined): Process<Confirmation | NotFelt> {
  const atr = yield* phone.insert();
  const result: Confirmation | NotFelt =
    atr === undefined
      ? { kind: "not-felt" }
      : yield* counter.call("confirmWithPhone", counter.parts.terminal.confirmWithPhone(counter.talkTo(phone), pin));
  yield* phone.remove();
  return result;
}
