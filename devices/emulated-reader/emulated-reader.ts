import type { Cancel, Clock } from "../../simulator/kernel/clock.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { Slot } from "../cards/slot.ts";
import { ContactSlot } from "../ccid-reader/contact-slot.ts";
import { ContactlessSlot } from "../ccid-reader/contactless-slot.ts";
import { readerDecisions } from "../ccid-reader/decisions.ts";
import type { IccSlot } from "../ccid-reader/icc-slot.ts";
import type { ReaderIdentity } from "../ccid-reader/identity.ts";
import type { SlotFace } from "../ccid-reader/models.ts";
import { PinEntry } from "../ccid-reader/pin-entry.ts";
import type { ScreenPort } from "../ccid-reader/ports.ts";
import { CcidReader } from "../ccid-reader/reader.ts";
import { pcdDecisions } from "../iso14443/decisions.ts";
import { t1Decisions } from "../t1/decisions.ts";
import type { Transport } from "../transports/transport.ts";
import { PersonAtKeys } from "./person-at-keys.ts";
import { SlotContactPort } from "./slot-contact-port.ts";
import { SlotRfPort } from "./slot-rf-port.ts";

/** A slot of the reader: what lies in it, and how the reader reaches it. */
export interface ReaderBay {
  readonly slot: Slot;
  readonly face: SlotFace;
}

/** What an emulated reader is made of. */
export interface EmulatedReaderParts {
  readonly clock: Clock;
  /** Draws PUPIs. */
  readonly rng: Rng;
  readonly identity: ReaderIdentity;
  readonly bays: readonly ReaderBay[];
  readonly transport: Transport;
  /** Looks at the screen of PIN entry; left out where nobody does. */
  readonly screen?: ScreenPort;
  readonly onDefect: (error: unknown) => void;
}

/** A reader with emulated cards on a wire: any program that speaks CCID over a serial line or TCP meets it. */
export class EmulatedReader {
  readonly #stops: Cancel[] = [];

  constructor({ clock, rng, identity, bays, transport, screen = { show: () => {} }, onDefect }: EmulatedReaderParts) {
    const decisions = readerDecisions;
    const slots = bays.map(({ slot, face }, index): IccSlot => {
      if (face === "contacts") {
        const port = new SlotContactPort(slot, clock, identity.clockKhz * 1_000);
        return new ContactSlot({ clock, port, identity, decisions, t1: t1Decisions, lineAllowanceMs: 0 });
      }
      const port = new SlotRfPort(slot, clock, rng.fork(`antenna ${index}`));
      const contactless = new ContactlessSlot({
        clock,
        port,
        decisions,
        pcd: pcdDecisions,
        lineAllowanceMs: 0,
        onDefect,
      });
      this.#stops.push(() => contactless.close());
      return contactless;
    });
    const pad = bays[0]?.slot.pinPad;
    const pinEntry =
      pad === undefined || !identity.pinPad
        ? undefined
        : new PinEntry({
            clock,
            keys: new PersonAtKeys(pad),
            screen,
            log: { write: () => {} },
            decisions: decisions.pin,
          });
    const reader = new CcidReader({
      clock,
      identity,
      slots,
      ...(pinEntry === undefined ? {} : { pinEntry }),
      decisions,
      send: (bytes) => transport.send(bytes),
      onDefect,
    });
    this.#stops.push(transport.onBytes((bytes) => reader.receive(bytes)));
  }

  /** Switches the reader off: it polls no more and hears nothing more. The line stays open. */
  close(): void {
    for (const stop of this.#stops) stop();
  }
}
