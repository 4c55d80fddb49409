import { FROM_FIRMWARE, TO_FIRMWARE } from "../../../devices/bench-port/constants.ts";
import { type BenchMessage, benchMessage, encodeBenchMessage } from "../../../devices/bench-port/frame.ts";
import { BenchParser } from "../../../devices/bench-port/parser.ts";
import { CardSlot } from "../../../devices/cards/card-slot.ts";
import { COMMAND } from "../../../devices/ccid/constants.ts";
import { encodeFrame } from "../../../devices/ccid/frame.ts";
import { messageKinds } from "../../../devices/ccid/messages.ts";
import { plainCommand, powerOn, secure, xfrBlock } from "../../../devices/ccid/writer.ts";
import { type ReaderModelId, readerModels } from "../../../devices/ccid-reader/models.ts";
import { writePinRequest } from "../../../devices/ccid-secure/writer.ts";
import { encodeBytes, encodeMessage } from "../../../devices/ccid-serial/frame.ts";
import { LineParser } from "../../../devices/ccid-serial/parser.ts";
import { EmulatedReader } from "../../../devices/emulated-reader/emulated-reader.ts";
import { atrVectors } from "../../../devices/iso7816/atr-decode.ts";
import { pcbRows } from "../../../devices/t1/pcb-table.ts";
import { loopback } from "../../../devices/transports/loopback.ts";
import {
  ANTENNA_SLOT,
  CONTACT_SLOT,
  type RunningFirmware,
  referenceIdentity,
  runFirmware,
} from "../../../firmware-stubs/reference.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";
import { Switchboard } from "../../../simulator/kernel/pco.ts";
import type { Rng } from "../../../simulator/kernel/rng.ts";
import { benchCard } from "../../bench/card-bench-card.ts";
import { contactCard, radioCard } from "../cards.ts";
import { harmed } from "../harm.ts";
import type { FuzzTarget } from "../target.ts";
import { VirtualLine } from "../virtual-line.ts";

const vectors = messageKinds
  .filter(({ from }) => from === "host")
  .flatMap((kind) => kind.vectors.map(({ bytes }) => fromHex(bytes)));
const blocks = pcbRows.flatMap((row) => row.vectors.map(({ bytes }) => fromHex(bytes)));
const SELECT_JPKI = fromHex("00 A4 04 0C 0A D3 92 F0 00 26 01 00 00 00 01");
const READ = fromHex("00 B0 00 00 00");
const VERIFY = fromHex("00 20 00 80 04 FF FF FF FF");
const CHAINS = [0x00, 0x01, 0x02, 0x03, 0x10];
/** Longer than any wait for a card. */
const LONG_MS = 120_000;
/** What a reader that is asked without pause may take to answer. */
const SOON_MS = 200;

/** A command of the host, most of them such as keep a card busy; what it says may be harmed, its framing is not. */
function anyCommand(rng: Rng): Uint8Array {
  const to = { slot: rng.pick([0, 0, 0, 1, 1, 5]), sequence: rng.below(256) };
  const apdu = rng.pick([SELECT_JPKI, READ, ...blocks, rng.bytes(rng.below(261))]);
  const pin = writePinRequest({ timeoutS: 1 + rng.below(5), minDigits: 4, maxDigits: 4, command: VERIFY });
  const command = rng.pick([
    () => rng.pick(vectors),
    () => encodeFrame(powerOn(to, rng.below(4))),
    () => encodeFrame(xfrBlock(to, apdu, rng.chance({ parts: 1, of: 4 }) ? rng.pick(CHAINS) : 0)),
    () => encodeFrame(secure(to, pin)),
    () => encodeFrame(plainCommand(rng.pick(Object.values(COMMAND)), to)),
  ])();
  return encodeBytes(rng.chance({ parts: 1, of: 4 }) ? harmed(rng, command) : command);
}

/** An emulated reader with a card in each slot and a person at its keys, and a host that says anything. */
function readerTarget(name: string, id: ReaderModelId): FuzzTarget {
  return {
    name,
    input: "stream",
    message: anyCommand,
    make: (rng) => {
      const line = new VirtualLine(rng);
      const [host, transport] = loopback(line.clock, "wire");
      const slots = laidOut(line, id, rng);
      const { identity, faces } = readerModels[id];
      const bays = faces.flatMap((face, index) => {
        const slot = slots[index];
        return slot === undefined ? [] : [{ face, slot }];
      });
      new EmulatedReader({ clock: line.clock, rng, identity, bays, transport, onDefect: thrown });
      const hearing = answersOf(identity.maxMessageBytes, host.onBytes.bind(host));
      return {
        feed(piece) {
          host.send(piece);
          line.passFor(piece);
          if (rng.chance({ parts: 1, of: 400 })) moveCard(rng, rng.pick(slots));
        },
        recovers() {
          line.pass(LONG_MS);
          hearing.demandAnswer((bytes) => host.send(bytes), line);
        },
      };
    },
  };
}

/** Whole APDUs, contacts and antenna, PIN pad. */
export const readerOfApdus = readerTarget("reader-of-apdus", "sim-dual");
/** Blocks of T=1, echo, PIN pad. */
export const readerOfBlocks = readerTarget("reader-of-blocks", "gempc-pinpad");

/**
 * The other side of the same reader: cards, an antenna and keys that say anything, and cards whose answers are harmed on
 * their way, while the host asks as it should.
 */
export const readerHardware: FuzzTarget = {
  name: "reader-hardware",
  input: { longestMessageBytes: 300 },
  message: (rng) => rng.pick([...blocks, ...atrs, rng.bytes(1)]),
  make: (rng) => {
    const line = new VirtualLine(rng);
    const listeners: ((bytes: Uint8Array) => void)[] = [];
    const tell = (message: BenchMessage): void => firmware.fromBench(encodeBenchMessage(message));
    const firmware: RunningFirmware = runFirmware({
      clock: line.clock,
      toHost: (bytes) => {
        for (const listener of listeners) listener(bytes);
      },
      toBench: harmfulHardware(line, rng, tell),
      onDefect: thrown,
    });
    const hearing = answersOf(referenceIdentity.maxMessageBytes, (listener) => listeners.push(listener));
    return {
      feed(piece) {
        if (rng.chance({ parts: 1, of: 4 })) firmware.fromHost(anyCommand(rng));
        if (rng.chance({ parts: 1, of: 32 })) tell(benchMessage(TO_FIRMWARE.cardInserted, CONTACT_SLOT));
        const said = benchMessage(rng.pick(toFirmware), rng.below(3), piece);
        for (let times = rng.pick(TIMES_SAID); times > 0; times--) tell(said);
        line.passFor(piece);
      },
      recovers() {
        line.pass(LONG_MS);
        hearing.demandAnswer((bytes) => firmware.fromHost(bytes), line);
      },
    };
  },
};

/** What the reference firmware is wired to: a card with contacts and a card before the antenna, both harmed now and then. */
function harmfulHardware(line: VirtualLine, rng: Rng, tell: (message: BenchMessage) => void) {
  const later = (type: number, slot: number) => (bytes: Uint8Array) => {
    const sent = rng.chance({ parts: 1, of: 8 }) ? harmed(rng, bytes) : bytes;
    line.clock.after(1, () => tell(benchMessage(type, slot, sent)));
  };
  const fromContacts = later(TO_FIRMWARE.characters, CONTACT_SLOT);
  const contact = contactCard(line, rng, fromContacts);
  const radio = radioCard(line, rng, later(TO_FIRMWARE.rfFrame, ANTENNA_SLOT));
  const parser = new BenchParser((event) => {
    if (event.kind === "lost") return;
    const { type, payload } = event.message;
    switch (type) {
      case FROM_FIRMWARE.powerOn:
        contact.reset();
        return fromContacts(rng.pick(atrs));
      case FROM_FIRMWARE.characters:
        return contact.receive(payload);
      case FROM_FIRMWARE.field:
        return payload[0] === 1 ? radio.fieldOn() : radio.fieldOff();
      case FROM_FIRMWARE.rfFrame:
        return radio.receive(payload);
    }
  });
  return (bytes: Uint8Array) => parser.push(bytes);
}

/** Most of the time nobody says anything, and once in a while somebody cannot stop. */
const TIMES_SAID = [...new Array<number>(200).fill(0), ...new Array<number>(99).fill(1), 1_500];
const toFirmware = Object.values(TO_FIRMWARE);
const atrs = atrVectors.map(({ atr }) => fromHex(atr));

/** Cards in the first slots of a reader, the first with a person at the keys. */
function laidOut(line: VirtualLine, id: ReaderModelId, rng: Rng): readonly CardSlot[] {
  const { clock } = line;
  const board = new Switchboard(clock, () => 1);
  return readerModels[id].faces.map((_face, index) => {
    const person = index === 0 ? { pinPad: typist(line, rng) } : {};
    const slot = new CardSlot({ reader: `R${index}`, clock, board, onDefect: thrown, ...person });
    slot.insert(benchCard());
    return slot;
  });
}

/** Types any number of digits after a while, or presses cancel. */
const typist = (line: VirtualLine, rng: Rng): NonNullable<CardSlot["pinPad"]> => ({
  ask: (_limits, typed) => {
    line.clock.after(rng.below(3_000), () =>
      typed(rng.chance({ parts: 1, of: 4 }) ? undefined : String(rng.below(10 ** 6))),
    );
  },
});

function moveCard(rng: Rng, slot: CardSlot): void {
  if (slot.present) slot.remove();
  else if (rng.chance({ parts: 3, of: 4 })) slot.insert(benchCard());
}

/** Hears a reader whose messages are no longer than it says, and whose frames are sound whatever it is told. */
function answersOf(maxMessageBytes: number, listen: (listener: (bytes: Uint8Array) => void) => unknown) {
  const sequences = new Set<number>();
  const parser = new LineParser(maxMessageBytes, (event) => {
    ensure(event.kind !== "damaged", "what a reader says is framed as it ought to be");
    if (event.kind === "message" && event.bytes[0] !== COMMAND.getSlotStatus) sequences.add(event.bytes[6] ?? 0);
  });
  listen((bytes) => parser.push(bytes));
  return {
    /** GetSlotStatus is answered, whatever was said before. */
    demandAnswer(send: (bytes: Uint8Array) => void, line: VirtualLine): void {
      for (const sequence of [0x3a, 0xa3]) {
        sequences.clear();
        send(encodeMessage(plainCommand(COMMAND.getSlotStatus, { slot: 0, sequence })));
        line.pass(SOON_MS);
        ensure(sequences.has(sequence), "GetSlotStatus is answered");
      }
    },
  };
}

const thrown = (error: unknown): never => {
  throw error;
};
