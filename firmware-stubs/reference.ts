import { ContactSlot } from "../devices/ccid-reader/contact-slot.ts";
import { ContactlessSlot } from "../devices/ccid-reader/contactless-slot.ts";
import { describe } from "../devices/ccid-reader/description.ts";
import { apduIdentity, type ReaderIdentity } from "../devices/ccid-reader/identity.ts";
import { PinEntry } from "../devices/ccid-reader/pin-entry.ts";
import { CcidReader } from "../devices/ccid-reader/reader.ts";
import type { Clock } from "../simulator/kernel/clock.ts";
import { BenchPorts } from "./bench-ports.ts";
import { type FirmwareDecisions, goodDecisions } from "./decisions.ts";

/** Slots of the reference firmware. */
export const CONTACT_SLOT = 0;
export const ANTENNA_SLOT = 1;

/** Added to every wait for the card: the bench port is a line of software, not a contact (ours). */
const LINE_ALLOWANCE_MS = 60;
/** Small enough that a long answer needs several messages, as on the readers of the public serial driver. */
const MAX_MESSAGE_BYTES = 271;

/** What the reference firmware says of itself. */
export const referenceIdentity: ReaderIdentity = {
  ...apduIdentity,
  maxMessageBytes: MAX_MESSAGE_BYTES,
  echoes: true,
  pinPad: true,
};

/** Where the firmware's two lines end. */
export interface FirmwareLines {
  readonly clock: Clock;
  /** Bytes to the host, and to the bench. */
  readonly toHost: (bytes: Uint8Array) => void;
  readonly toBench: (bytes: Uint8Array) => void;
  readonly onDefect: (error: unknown) => void;
}

/** Firmware that runs: bytes of both lines go in here. */
export interface RunningFirmware {
  fromHost(bytes: Uint8Array): void;
  fromBench(bytes: Uint8Array): void;
  stop(): void;
}

/**
 * Firmware that keeps every clause of the test plan: a slot with contacts, a slot with an antenna, a PIN pad, whole APDUs.
 * With another identity it takes blocks instead, or has no pad. It is the emulated reader of `devices/ccid-reader` with the bench port below it. A mutant is the same with other decisions.
 */
export function runFirmware(
  { clock, toHost, toBench, onDefect }: FirmwareLines,
  decisions: FirmwareDecisions = goodDecisions,
  identity: ReaderIdentity = referenceIdentity,
): RunningFirmware {
  const ports = new BenchPorts(toBench, [CONTACT_SLOT], [ANTENNA_SLOT]);
  const common = { clock, identity, decisions, lineAllowanceMs: LINE_ALLOWANCE_MS };
  const contact = new ContactSlot({ ...common, port: ports.contact(CONTACT_SLOT), t1: decisions.t1 });
  const contactless = new ContactlessSlot({
    ...common,
    port: ports.antenna(ANTENNA_SLOT),
    pcd: decisions.pcd,
    onDefect,
  });
  const pinEntry = new PinEntry({ clock, keys: ports, screen: ports, log: ports, decisions: decisions.pin });
  const slots = [contact, contactless];
  const reader = new CcidReader({ clock, identity, slots, pinEntry, decisions, send: toHost, onDefect });
  ports.control = {
    ...describe(identity, slots.length, decisions.command),
    memory: () => new Uint8Array(Buffer.from(pinEntry.memory, "latin1")),
    powerEvent: () => reader.powerEvent(),
  };
  return {
    fromHost: (bytes) => reader.receive(bytes),
    fromBench: (bytes) => ports.receive(bytes),
    stop: () => contactless.close(),
  };
}
