import type { Slot } from "../../../../devices/cards/slot.ts";
import { Connection } from "../../../../devices/transports/pcsc-service/connection.ts";
import {
  DISPOSITION,
  PROTOCOL,
  RETURN_CODE,
  SHARE_MODE,
} from "../../../../devices/transports/pcsc-service/constants.ts";
import { header, messages, readerState, stateChange } from "../../../../devices/transports/pcsc-service/messages.ts";
import { ResourceManager } from "../../../../devices/transports/pcsc-service/resource-manager.ts";
import type { Struct } from "../../../../devices/transports/pcsc-service/struct.ts";
import { concat, fromHex, toHex } from "../../../../simulator/kernel/bytes.ts";
import { VirtualClock } from "../../../../simulator/kernel/clock.ts";
import type { RecordOf } from "../../../../simulator/kernel/layout.ts";
import { ScriptedSlot } from "../scripted-slot.ts";

export const READER = "Test Reader 00 00";

type FieldsOf<S> = S extends Struct<infer F> ? F : never;
type Message = (typeof messages)[keyof typeof messages];
type Given<M> = Partial<RecordOf<FieldsOf<M>>>;

/** A service with its slots, on a virtual clock, without a socket. */
export class World {
  readonly clock = new VirtualClock(0);
  readonly slots: readonly ScriptedSlot[];
  readonly manager: ResourceManager;
  readonly log: string[] = [];

  constructor(...readers: readonly string[]) {
    this.slots = (readers.length === 0 ? [READER] : readers).map((reader) => new ScriptedSlot(reader));
    this.manager = new ResourceManager(this.slots, { timers: this.clock, firstId: 1_000 });
  }

  get slot(): ScriptedSlot {
    const [slot] = this.slots;
    if (slot === undefined) throw new Error("this world has no slot");
    return slot;
  }

  /** A program that has a context. */
  program(): Program {
    const program = new Program(this);
    program.establish();
    return program;
  }

  pass(ms: number): void {
    this.clock.advanceTo(this.clock.nowMs + ms);
  }
}

/** A program at the other end of a connection, which sends and reads whole structs. */
export class Program {
  readonly connection: Connection;
  readonly received: Uint8Array[] = [];
  context = 0;
  hungUp = false;

  constructor({ manager, log }: Pick<World, "manager" | "log">) {
    this.connection = new Connection({
      manager,
      log: (line) => log.push(line),
      wire: {
        write: (bytes) => this.received.push(Uint8Array.from(bytes)),
        close: () => {
          this.hungUp = true;
        },
      },
    });
  }

  /** Sends a message; what is not given is zero. */
  send<M extends Message>(message: M, given: Given<M> = {}, data: Uint8Array = new Uint8Array(0)): void {
    this.connection.receive(bytesOf(message, given, data));
  }

  /** The next answer, or undefined while there is none. */
  next<M extends Message>(message: M): (RecordOf<FieldsOf<M>> & { readonly data: string }) | undefined {
    const bytes = this.received.shift();
    if (bytes === undefined) return undefined;
    const record = message.codec.decode(bytes.subarray(0, message.lengthBytes)) as RecordOf<FieldsOf<M>>;
    return { ...record, data: toHex(bytes.subarray(message.lengthBytes)) };
  }

  /** Sends a message and returns the answer, which has to come at once. */
  ask<M extends Message>(message: M, given: Given<M> = {}, data?: Uint8Array) {
    this.send(message, given, data);
    const answer = this.next(message);
    if (answer === undefined) throw new Error("the answer is not there yet");
    return answer;
  }

  establish(): void {
    this.context = this.ask(messages.establishContext, { scope: 2 }).context;
  }

  sendConnect(shareMode: number = SHARE_MODE.shared, reader = READER, preferredProtocols = 3): void {
    this.send(messages.connect, { context: this.context, reader, shareMode, preferredProtocols });
  }

  /** A connect that has to be answered at once: the handle, or the return code when it was refused. */
  connect(shareMode?: number, reader?: string, preferredProtocols?: number) {
    this.sendConnect(shareMode, reader, preferredProtocols);
    const answer = this.next(messages.connect);
    if (answer === undefined) throw new Error("SCardConnect waits");
    return answer;
  }

  /** Connects in shared mode. */
  handle(reader?: string): number {
    const { handle, returnCode } = this.connect(SHARE_MODE.shared, reader);
    if (returnCode !== RETURN_CODE.success) throw new Error(`SCardConnect: ${returnCode.toString(16)}`);
    return handle;
  }

  sendTransmit(handle: number, command: string, receiveLength = 258): void {
    const data = fromHex(command);
    this.send(messages.transmit, { handle, sendProtocol: PROTOCOL.t1, sendLength: data.length, receiveLength }, data);
  }

  /** A command and its answer in hexadecimal, or the return code. */
  transmit(handle: number, command = "00A40000"): string | number | undefined {
    this.sendTransmit(handle, command);
    return this.transmitted();
  }

  /** The answer of a transmit that was sent; undefined while it waits. */
  transmitted(): string | number | undefined {
    const answer = this.next(messages.transmit);
    if (answer === undefined) return undefined;
    return answer.returnCode === RETURN_CODE.success ? answer.data : answer.returnCode;
  }

  begin(handle: number): number | undefined {
    this.send(messages.beginTransaction, { handle });
    return this.next(messages.beginTransaction)?.returnCode;
  }

  end(handle: number, disposition: number = DISPOSITION.leave): number | undefined {
    this.send(messages.endTransaction, { handle, disposition });
    return this.next(messages.endTransaction)?.returnCode;
  }

  disconnect(handle: number, disposition: number = DISPOSITION.leave): number | undefined {
    this.send(messages.disconnect, { handle, disposition });
    return this.next(messages.disconnect)?.returnCode;
  }

  reconnect(handle: number, given: Given<typeof messages.reconnect> = {}): number | undefined {
    const request = { shareMode: SHARE_MODE.shared, preferredProtocols: PROTOCOL.t1, ...given };
    this.send(messages.reconnect, { handle, ...request });
    return this.next(messages.reconnect)?.returnCode;
  }

  status(handle: number): number | undefined {
    this.send(messages.status, { handle });
    return this.next(messages.status)?.returnCode;
  }

  /** The readers' table, asked for in a way that also waits for the next change. */
  watch(): readonly RecordOf<FieldsOf<typeof readerState>>[] {
    return this.table(messages.waitReaderStateChange);
  }

  /** The row of one reader. */
  state(reader = READER): RecordOf<FieldsOf<typeof readerState>> {
    const row = this.table(messages.getReaderStates).find((one) => one.reader === reader);
    if (row === undefined) throw new Error(`no reader ${reader}`);
    return row;
  }

  /** The readers' table, as one of the messages brings it. */
  table(message: Message): readonly RecordOf<FieldsOf<typeof readerState>>[] {
    this.send(message);
    const bytes = this.received.shift() ?? new Uint8Array(0);
    const rows = bytes.length / readerState.lengthBytes;
    return Array.from({ length: rows }, (_, row) =>
      readerState.codec.decode(bytes.subarray(row * readerState.lengthBytes, (row + 1) * readerState.lengthBytes)),
    );
  }

  /** Return codes that ended waits since the last look. */
  wakings(): readonly number[] {
    return this.received.splice(0).map((bytes) => stateChange.codec.decode(bytes).returnCode);
  }

  /** The program dies. */
  die(): void {
    this.connection.close();
  }
}

/** A message as a program sends it. */
export function bytesOf<M extends Message>(message: M, given: Given<M>, data: Uint8Array): Uint8Array {
  const zero = message.codec.decode(new Uint8Array(message.lengthBytes));
  const record = { ...zero, ...given };
  const codec: { encode(value: never): Uint8Array } = message.codec;
  return concat(
    header.codec.encode({ size: message.lengthBytes, command: message.command }),
    codec.encode(record as never),
    data,
  );
}

/** A slot that somebody else made, for readers that come later. */
export const slotNamed = (reader: string): Slot => new ScriptedSlot(reader);
