import { ByteQueue } from "../byte-queue.ts";
import { cardCommands } from "./card-commands.ts";
import type { Client } from "./client.ts";
import type { Command, Peer } from "./command.ts";
import { MAX_DATA_BYTES } from "./constants.ts";
import { contextCommands, stateChangeOf } from "./context-commands.ts";
import { header } from "./messages.ts";
import type { ResourceManager } from "./resource-manager.ts";

/** Commands by their number. */
const commands: (Command | undefined)[] = [];
for (const row of [...contextCommands, ...cardCommands]) commands[row.command] = row;

/** Room for the longest message and for what may come in one piece with it; a program waits for its answers. */
const MAX_WAITING_BYTES = 2 * MAX_DATA_BYTES;

const NO_DATA = new Uint8Array(0);

/** Where a connection sends its bytes. */
export interface Wire {
  write(bytes: Uint8Array): void;
  /** Hangs up. */
  close(): void;
}

/** What a connection stands on. */
export interface ConnectionParts {
  readonly manager: ResourceManager;
  readonly wire: Wire;
  readonly log: (line: string) => void;
}

/**
 * One program's connection: bytes in, cut anywhere, answers out in order, one at a time. Bytes that are not the protocol
 * end the connection, and never the service.
 */
export class Connection implements Peer {
  readonly manager: ResourceManager;
  readonly client: Client;
  readonly log: (line: string) => void;
  readonly #wire: Wire;
  readonly #waiting = new ByteQueue();
  #closed = false;
  /** A message waits for its answer; the next one waits for that. */
  #answering = false;
  #taking = false;

  constructor({ manager, wire, log }: ConnectionParts) {
    this.manager = manager;
    this.log = log;
    this.#wire = wire;
    this.client = manager.join((returnCode) => {
      if (!this.#closed) wire.write(stateChangeOf(returnCode));
    });
  }

  /** Takes bytes as they come from the program. */
  receive(chunk: Uint8Array): void {
    if (this.#closed) return;
    this.#waiting.push(chunk);
    this.#takeMessages();
    if (this.#waiting.lengthBytes > MAX_WAITING_BYTES) this.#refuse("sends on without waiting for answers");
  }

  /** Frees everything the program had. The program hung up, died, or is to be gone. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.manager.leave(this.client);
  }

  reply(answer: Uint8Array | undefined): void {
    this.#answering = false;
    if (this.#closed) return;
    if (answer !== undefined) this.#wire.write(answer);
    this.#takeMessages();
  }

  #takeMessages(): void {
    // An answer that comes at once leads back here: the loop below goes on with it.
    if (this.#taking) return;
    this.#taking = true;
    while (!this.#answering && !this.#closed && this.#takeMessage());
    this.#taking = false;
  }

  /** Takes the next message, once it is whole; false when there is none yet. */
  #takeMessage(): boolean {
    const waiting = this.#waiting;
    if (waiting.lengthBytes < header.lengthBytes) return false;
    const number = u32(waiting, header.at.command);
    const row = commands[number];
    if (row === undefined) return this.#refuse(`sends the command ${number}, which does not exist`);
    if (u32(waiting, header.at.size) !== row.lengthBytes)
      return this.#refuse(`sends the command ${number} with ${u32(waiting, header.at.size)} bytes`);
    const bodyEnd = header.lengthBytes + row.lengthBytes;
    if (waiting.lengthBytes < bodyEnd) return false;
    const dataLength = row.dataLengthAt === undefined ? 0 : u32(waiting, header.lengthBytes + row.dataLengthAt);
    if (dataLength > MAX_DATA_BYTES) return this.#refuse(`sends ${dataLength} bytes with the command ${number}`);
    if (waiting.lengthBytes < bodyEnd + dataLength) return false;
    const bytes = waiting.take(bodyEnd + dataLength);
    const body = Buffer.from(bytes.buffer, bytes.byteOffset + header.lengthBytes, row.lengthBytes);
    this.#answering = true;
    row.run(this, body, dataLength === 0 ? NO_DATA : bytes.subarray(bodyEnd));
    return true;
  }

  #refuse(what: string): false {
    this.log(`a program ${what}: disconnected`);
    this.close();
    this.#wire.close();
    return false;
  }
}

/** Little-endian, as this machine has it. The bytes are there: the caller has counted them. */
function u32(queue: ByteQueue, at: number): number {
  const byte = (offset: number): number => queue.at(at + offset) ?? 0;
  return (byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24)) >>> 0;
}
