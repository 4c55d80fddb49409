import { FROM_FIRMWARE, TO_FIRMWARE } from "../devices/bench-port/constants.ts";
import { type BenchMessage, benchMessage, encodeBenchMessage } from "../devices/bench-port/frame.ts";
import { type BenchEvent, BenchParser } from "../devices/bench-port/parser.ts";
import { charactersToCard, logLine, powerOnCard, screenShows } from "../devices/bench-port/writer.ts";
import type { ContactPort, KeyPort, LogPort, RfPort, ScreenPort, Voltage } from "../devices/ccid-reader/ports.ts";
import type { Cancel } from "../simulator/kernel/clock.ts";

/** What USB would ask over its control pipe, and what a debugger would look at. */
export interface ControlRequests {
  descriptor(slot: number): Uint8Array;
  dataRates(slot: number): Uint8Array;
  memory(): Uint8Array;
  powerEvent(): void;
}

/** The hardware of firmware in software: everything below it goes over the bench port (docs/bench-port.md). */
export class BenchPorts implements KeyPort, ScreenPort, LogPort {
  readonly #send: (bytes: Uint8Array) => void;
  readonly #parser: BenchParser;
  readonly #contacts: ReadonlyMap<number, BenchContact>;
  readonly #antennas: ReadonlyMap<number, BenchAntenna>;
  readonly #keyListeners = new Set<(key: number) => void>();
  control: ControlRequests | undefined;

  /** `contactSlots` and `antennaSlots` are the numbers of the slots of each kind. */
  constructor(send: (bytes: Uint8Array) => void, contactSlots: readonly number[], antennaSlots: readonly number[]) {
    this.#send = send;
    this.#parser = new BenchParser((event) => this.#on(event));
    const tell = (message: BenchMessage): void => this.#tell(message);
    this.#contacts = new Map(contactSlots.map((slot) => [slot, new BenchContact(slot, tell)]));
    this.#antennas = new Map(antennaSlots.map((slot) => [slot, new BenchAntenna(slot, tell)]));
  }

  /** Bytes of the bench, in any pieces. */
  receive(bytes: Uint8Array): void {
    this.#parser.push(bytes);
  }

  contact(slot: number): ContactPort {
    const contact = this.#contacts.get(slot);
    if (contact === undefined) throw new RangeError(`slot ${slot} has no contacts`);
    return contact;
  }

  antenna(slot: number): RfPort {
    const antenna = this.#antennas.get(slot);
    if (antenna === undefined) throw new RangeError(`slot ${slot} has no antenna`);
    return antenna;
  }

  onKey(listener: (key: number) => void): Cancel {
    this.#keyListeners.add(listener);
    return () => {
      this.#keyListeners.delete(listener);
    };
  }

  show(text: string): void {
    this.#tell(screenShows(text));
  }

  write(line: string): void {
    this.#tell(logLine(line));
  }

  #tell(message: BenchMessage): void {
    this.#send(encodeBenchMessage(message));
  }

  #on(event: BenchEvent): void {
    if (event.kind === "lost") return;
    const { type, slot, payload } = event.message;
    const contact = this.#contacts.get(slot);
    switch (type) {
      case TO_FIRMWARE.cardInserted:
        return contact?.move(true);
      case TO_FIRMWARE.cardRemoved:
        return contact?.move(false);
      case TO_FIRMWARE.characters:
        return contact?.hear(payload);
      case TO_FIRMWARE.rfFrame:
        return this.#antennas.get(slot)?.hear(payload);
      case TO_FIRMWARE.key:
        for (const listener of this.#keyListeners) listener(payload[0] ?? 0);
        return;
      default:
        return this.#answerControl(type, slot);
    }
  }

  #answerControl(type: number, slot: number): void {
    const { control } = this;
    if (control === undefined) return;
    if (type === TO_FIRMWARE.powerEvent) control.powerEvent();
    else if (type === TO_FIRMWARE.getDescriptor)
      this.#tell(benchMessage(FROM_FIRMWARE.descriptor, slot, control.descriptor(slot)));
    else if (type === TO_FIRMWARE.getDataRates)
      this.#tell(benchMessage(FROM_FIRMWARE.dataRates, slot, control.dataRates(slot)));
    else if (type === TO_FIRMWARE.getMemory) this.#tell(benchMessage(FROM_FIRMWARE.memory, 0, control.memory()));
  }
}

class BenchContact implements ContactPort {
  readonly #slot: number;
  readonly #tell: (message: BenchMessage) => void;
  #isPresent = false;
  #hear: (characters: Uint8Array) => void = () => {};
  #moved: () => void = () => {};

  constructor(slot: number, tell: (message: BenchMessage) => void) {
    this.#slot = slot;
    this.#tell = tell;
  }

  get isPresent(): boolean {
    return this.#isPresent;
  }

  powerOn(voltage: Voltage): void {
    this.#tell(powerOnCard(this.#slot, voltage));
  }

  powerOff(): void {
    this.#tell(benchMessage(FROM_FIRMWARE.powerOff, this.#slot));
  }

  send(characters: Uint8Array): void {
    this.#tell(charactersToCard(this.#slot, characters));
  }

  onCharacters(listener: (characters: Uint8Array) => void): void {
    this.#hear = listener;
  }

  onMoved(listener: () => void): void {
    this.#moved = listener;
  }

  /** A switch that says what it said before moved nothing. */
  move(isPresent: boolean): void {
    if (isPresent === this.#isPresent) return;
    this.#isPresent = isPresent;
    this.#moved();
  }

  hear(characters: Uint8Array): void {
    if (this.#isPresent) this.#hear(characters);
  }
}

class BenchAntenna implements RfPort {
  readonly #slot: number;
  readonly #tell: (message: BenchMessage) => void;
  #hear: (frame: Uint8Array) => void = () => {};

  constructor(slot: number, tell: (message: BenchMessage) => void) {
    this.#slot = slot;
    this.#tell = tell;
  }

  field(isOn: boolean): void {
    this.#tell(benchMessage(FROM_FIRMWARE.field, this.#slot, Uint8Array.of(isOn ? 1 : 0)));
  }

  send(frame: Uint8Array): void {
    this.#tell(benchMessage(FROM_FIRMWARE.rfFrame, this.#slot, frame));
  }

  onFrame(listener: (frame: Uint8Array) => void): void {
    this.#hear = listener;
  }

  hear(frame: Uint8Array): void {
    this.#hear(frame);
  }
}
