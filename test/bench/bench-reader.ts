import { CardSlot } from "../../devices/cards/card-slot.ts";
import { type ReaderModelId, readerModels } from "../../devices/ccid-reader/models.ts";
import { EmulatedReader } from "../../devices/emulated-reader/emulated-reader.ts";
import type { Transport } from "../../devices/transports/transport.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { Switchboard } from "../../simulator/kernel/pco.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { benchCard } from "./card-bench-card.ts";

/** An emulated reader on a line, a whole card in its first slot, and nobody who keeps evidence. */
export function benchReader(clock: Clock, id: ReaderModelId, transport: Transport): EmulatedReader {
  const onDefect = (error: unknown): never => {
    throw error;
  };
  const slot = new CardSlot({ reader: "bench", clock, board: new Switchboard(clock, () => 1), onDefect });
  slot.insert(benchCard());
  const { identity, faces } = readerModels[id];
  const bays = faces.slice(0, 1).map((face) => ({ slot, face }));
  return new EmulatedReader({ clock, rng: rngFromSeed(1), identity, bays, transport, onDefect });
}
