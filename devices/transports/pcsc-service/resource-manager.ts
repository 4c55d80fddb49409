import { MisuseError } from "../../../simulator/kernel/errors.ts";
import type { Slot } from "../../cards/slot.ts";
import type { Timers } from "../timers.ts";
import { Client } from "./client.ts";
import { abandon } from "./connecting.ts";
import { LAST_SCOPE, MAX_CLIENTS, MAX_READERS, READER_NAME_BYTES, RETURN_CODE } from "./constants.ts";
import { ReaderTable } from "./reader-table.ts";
import { SharedReader } from "./shared-reader.ts";

/** Handles are `int32_t` on the wire and must not be zero. */
const MAX_ID = 0x7fff_ffff;

/** The number of reader events is a signed 16-bit number there, and clients do not compare with zero. */
const READER_EVENTS = 0x7fff;

/** What the resource manager needs from outside. */
export interface ResourceManagerParts {
  readonly timers: Timers;
  /**
   * From where contexts and handles are numbered, 1 to 2^31 - 1. It must be another one after each start of the
   * service: a program that still holds a context of the same number asks for a new one for ever
   * (`winscard_clnt.c`, SCardEstablishContextTH; performance.md §1a).
   */
  readonly firstId: number;
}

/** The PC/SC resource manager: who is there, which readers there are, and who waits for a change. Synchronous. */
export class ResourceManager {
  readonly timers: Timers;
  readonly #table = new ReaderTable();
  readonly #readers: (SharedReader | undefined)[] = Array.from({ length: MAX_READERS });
  readonly #clients = new Set<Client>();
  readonly #contexts = new Map<number, Client>();
  readonly #idsInUse = new Set<number>();
  #nextId: number;
  #readerEvents = 1;

  constructor(slots: readonly Slot[], { timers, firstId }: ResourceManagerParts) {
    this.timers = timers;
    this.#nextId = firstId;
    for (const slot of slots) this.addReader(slot);
  }

  /** How often a reader came or went, in a way that is never zero. */
  get readerEvents(): number {
    return this.#readerEvents;
  }

  /** No more programs may connect. */
  get full(): boolean {
    return this.#clients.size >= MAX_CLIENTS;
  }

  /** A reader appears. A {@link MisuseError} says why it cannot. */
  addReader(slot: Slot): void {
    const name = slot.reader;
    if (name === "" || name.includes("\0") || Buffer.byteLength(name) >= READER_NAME_BYTES)
      throw new MisuseError("reader", `"${name}" is no reader name: 1 to ${READER_NAME_BYTES - 1} bytes, no zero byte`);
    if (this.reader(name) !== undefined) throw new MisuseError("reader", `two readers are called "${name}"`);
    const index = this.#readers.indexOf(undefined);
    if (index < 0) throw new MisuseError("readers", `PC/SC has room for ${MAX_READERS} readers, this one is too many`);
    const onChange = (): void => this.#wakeAll();
    this.#readers[index] = new SharedReader({
      slot,
      row: this.#table.row(index),
      index,
      timers: this.timers,
      onChange,
    });
    this.#countReaderEvent();
  }

  /** A reader disappears, as when its plug is pulled; its handles hear SCARD_E_READER_UNAVAILABLE. */
  removeReader(name: string): void {
    const reader = this.reader(name);
    if (reader === undefined) return;
    this.#readers[reader.index] = undefined;
    reader.retire();
    this.#countReaderEvent();
  }

  reader(name: string): SharedReader | undefined {
    return this.#readers.find((reader) => reader?.slot.reader === name);
  }

  /** A program connects; the caller has looked at {@link full}. `wake` ends its wait for a change. */
  join(wake: (returnCode: number) => void): Client {
    const client = new Client(wake);
    this.#clients.add(client);
    return client;
  }

  /** A program is gone, in whatever state: its handles are freed, a transaction it was in ends with a reset. */
  leave(client: Client): void {
    this.#clients.delete(client);
    for (const reader of this.#readers) reader?.queue.forget(client);
    this.#dropContext(client);
  }

  /** SCardEstablishContext. */
  establish(client: Client, scope: number): { readonly returnCode: number; readonly context: number } {
    if (scope > LAST_SCOPE) return { returnCode: RETURN_CODE.invalidValue, context: 0 };
    this.#dropContext(client);
    client.context = this.takeId();
    this.#contexts.set(client.context, client);
    return { returnCode: RETURN_CODE.success, context: client.context };
  }

  /** SCardReleaseContext: handles that are left are closed. */
  release(client: Client, context: number): number {
    if (client.context === 0) return RETURN_CODE.invalidHandle;
    if (client.context !== context) return RETURN_CODE.invalidValue;
    this.#dropContext(client);
    return RETURN_CODE.success;
  }

  /**
   * SCardCancel: ends the wait of a context, if it waits. One call of SCardGetStatusChange is several waits, so a cancel
   * that comes between two of them ends the second; pcscd loses it, and the program would wait for ever. Ours.
   */
  cancel(context: number): number {
    const client = this.#contexts.get(context);
    if (client === undefined) return RETURN_CODE.invalidHandle;
    if (client.wait === "watching") this.#wake(client, RETURN_CODE.cancelled);
    else client.cancelled = client.wait !== "none";
    return RETURN_CODE.success;
  }

  /** The readers' table, 16 rows. */
  states(): Buffer {
    return this.#table.copy();
  }

  /** The program wants to be woken, once, when the table it is about to get becomes another. */
  askToWatch(client: Client): void {
    client.wait = "asked";
  }

  /** The program has been sent the table: if it {@link askToWatch}ed, what changes from now on wakes it. */
  watch(client: Client): void {
    if (client.wait !== "asked") return;
    client.wait = "watching";
    if (client.cancelled) this.#wake(client, RETURN_CODE.cancelled);
  }

  /** Takes {@link askToWatch} back; false when the program was woken before. */
  unwatch(client: Client): boolean {
    const watching = client.wait === "asked" || client.wait === "watching";
    client.wait = "none";
    client.cancelled = false;
    return watching;
  }

  /** A number for a context or handle that no other one has. */
  takeId(): number {
    // At most as many steps as there are ids in use, which handles and programs bound.
    while (this.#idsInUse.has(this.#nextId)) this.#nextId = (this.#nextId % MAX_ID) + 1;
    const id = this.#nextId;
    this.#idsInUse.add(id);
    this.#nextId = (id % MAX_ID) + 1;
    return id;
  }

  returnId(id: number): void {
    this.#idsInUse.delete(id);
  }

  /** The service ends: readers lose their power and are gone. */
  close(): void {
    for (const reader of this.#readers) reader?.retire();
    this.#readers.fill(undefined);
  }

  #dropContext(client: Client): void {
    this.unwatch(client);
    for (const handle of client.handles.values()) abandon(this, handle);
    client.handles.clear();
    this.#contexts.delete(client.context);
    this.returnId(client.context);
    client.context = 0;
  }

  #countReaderEvent(): void {
    this.#readerEvents = (this.#readerEvents % READER_EVENTS) + 1;
    this.#wakeAll();
  }

  #wakeAll(): void {
    for (const client of this.#clients) if (client.wait === "watching") this.#wake(client, RETURN_CODE.success);
  }

  #wake(client: Client, returnCode: number): void {
    // After SCARD_E_CANCELLED libpcsclite neither waits again nor takes the wait back.
    client.wait = returnCode === RETURN_CODE.success ? "woken" : "none";
    client.cancelled = false;
    client.wake(returnCode);
  }
}
