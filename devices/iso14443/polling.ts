import type { Process } from "../../simulator/kernel/process.ts";
import type { PcdDecisions } from "./decisions.ts";
import type { Atqb, Request } from "./frame.ts";
import type { Polled } from "./outcome.ts";
import { parseFrame } from "./parser.ts";
import type { RfLink } from "./rf-link.ts";

/** A card begins its ATQB within 7680/13.56 MHz (0.57 ms), rounded up (ISO/IEC 14443-3 §7.1.6 [K]). */
const ATQB_WAIT_MS = 1;
/** The first request has one slot, as almost always one card lies there; those after a damaged answer have four (ours). */
const FIRST_SLOTS = 1;
const FURTHER_SLOTS = 4;
/** Requests until a card that never answers readably counts as nobody, for this time of asking (ours). */
const MAX_REQUESTS = 6;
const EVERY_CARD = 0x00;

/**
 * Asks around and keeps cards apart by slots. Cards are more than one when two slots of one request were answered, however
 * badly: a card answers in one slot alone. One damaged answer may be noise or two cards, and is asked for again.
 */
export function* poll(link: RfLink, decisions: PcdDecisions): Process<Polled> {
  for (let requests = 0; requests < MAX_REQUESTS; requests++) {
    const slots = requests === 0 ? FIRST_SLOTS : FURTHER_SLOTS;
    const answers = yield* request(link, decisions.wakesBy, slots);
    const readable = answers.filter((answer) => answer !== "damaged");
    if (answers.length > 1) return decisions.twoCards(readable[0]);
    if (answers.length === 0) return "nothing";
    if (readable[0] !== undefined) return readable[0];
  }
  return "nothing";
}

/** The answers of all slots in which somebody was heard. */
function* request(
  link: RfLink,
  kind: Request["kind"],
  slots: typeof FIRST_SLOTS | typeof FURTHER_SLOTS,
): Process<(Atqb | "damaged")[]> {
  const answers: (Atqb | "damaged")[] = [];
  for (let slot = 1; slot <= slots; slot++) {
    const heard = yield* link.exchange(
      slot === 1 ? { kind, afi: EVERY_CARD, slots, extendedAtqb: false } : { kind: "SLOT-MARKER", slot },
      ATQB_WAIT_MS,
    );
    if (heard === undefined) continue;
    const answer = parseFrame(heard, ["ATQB"]);
    answers.push(answer.kind === "ATQB" ? answer : "damaged");
  }
  return answers;
}
