import { z } from "zod";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { AnyCrossing, Crossing, Trace } from "../../simulator/kernel/trace.ts";

type CardPco = "card.field" | "card.supply" | "card.apdu";
type EventOn<N extends CardPco> = Pick<Crossing<N>, "atMs" | "pco" | "message" | "by" | "fate">;

/** What happened between a reader and a card: an exchange, a card that came or went, a mishap with its power. */
export type CardEvent = { [N in CardPco]: EventOn<N> }[CardPco];

const reader = z.string();
const shapes: Readonly<Record<CardPco, z.ZodType>> = {
  "card.field": z.object({
    reader,
    change: z.enum(["inserted", "removed"]),
    atr: z.string().optional(),
    collision: z.literal(true).optional(),
  }),
  "card.supply": z.object({ reader, supply: z.enum(["steady", "interrupted", "write-lost", "swapped"]) }),
  "card.apdu": z.object({ reader, command: z.string(), response: z.string(), application: z.string().optional() }),
};

/**
 * The events between readers and cards in a trace, in order. A {@link MisuseError} names the crossing whose message is
 * not what its PCO keeps: a trace file says what it likes inside a message.
 */
export function cardEventsOf(trace: Trace): readonly CardEvent[] {
  return trace.crossings.filter(isCardEvent);
}

function isCardEvent(crossing: AnyCrossing): crossing is Extract<AnyCrossing, { pco: CardPco }> {
  if (!Object.hasOwn(shapes, crossing.pco)) return false;
  const result = shapes[crossing.pco as CardPco].safeParse(crossing.message);
  if (result.success) return true;
  const [issue] = result.error.issues;
  throw new MisuseError(
    `trace crossing ${crossing.seq}`,
    `${issue?.path.join(".") || "message"}: ${issue?.message ?? "is malformed"}`,
  );
}
