import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Clock } from "../../simulator/kernel/clock.ts";
import { Defect } from "../../simulator/kernel/errors.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { CardSide } from "./card-side.ts";
import type { Evidence } from "./evidence-log.ts";
import type { HostSide } from "./host-side.ts";
import type { Ics } from "./ics.ts";
import type { RuleBroken } from "./rule-broken.ts";
import type { PcscCard } from "./subject.ts";

/** What a check works with: the host's side of the reader, the card's side, and the time. */
export class Bench {
  readonly clock: Clock;
  readonly host: HostSide;
  readonly card: CardSide;
  readonly ics: Ics;
  readonly rng: Rng;
  readonly #pcsc: PcscCard | undefined;
  readonly #evidence: Evidence;

  constructor(parts: {
    readonly clock: Clock;
    readonly host: HostSide;
    readonly card: CardSide;
    readonly ics: Ics;
    readonly rng: Rng;
    readonly evidence: Evidence;
    readonly pcsc?: PcscCard;
  }) {
    this.clock = parts.clock;
    this.host = parts.host;
    this.card = parts.card;
    this.ics = parts.ics;
    this.rng = parts.rng;
    this.#evidence = parts.evidence;
    this.#pcsc = parts.pcsc;
  }

  /** The card as PC/SC gives it; for checks that need `pcsc` alone. */
  get pcsc(): PcscCard {
    if (this.#pcsc === undefined) throw new Defect("a check asked for PC/SC where there is none");
    return this.#pcsc;
  }

  /** Number of the slot with contacts. */
  get contactSlot(): number {
    return this.ics.contactSlot ?? 0;
  }

  /** Number of the slot with an antenna. */
  get antennaSlot(): number {
    return this.ics.antennaSlot ?? 0;
  }

  /** Names what is being done, in plain English: a hang is told by it. */
  step(step: string): void {
    this.#evidence.step(step);
  }

  /** The clause is broken; `seq` is the crossing that shows it, the last one where left out. To be thrown. */
  broken(observed: Bilingual, seq?: number): RuleBroken {
    return this.#evidence.broken(observed, seq);
  }

  /** Demands that something holds, else the clause is broken. */
  require(holds: unknown, observed: Bilingual, seq?: number): asserts holds {
    if (!holds) throw this.broken(observed, seq);
  }
}
