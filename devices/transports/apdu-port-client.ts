import type { Socket } from "node:net";
import { toHex } from "../../simulator/kernel/bytes.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import type { ReaderEvent, ReaderTable } from "./apdu-port-readers.ts";
import { type ApduPortRequest, isBadLine, MAX_LINE_BYTES, type RequestId, readRequest } from "./apdu-port-requests.ts";
import { ByteQueue } from "./byte-queue.ts";
import { isProblem, type TransportProblem } from "./transport-problem.ts";

const HELLO = { hello: "madoguchi-apdu-port", version: 1, maxLineBytes: MAX_LINE_BYTES } as const;

const NEWLINE = 0x0a;

/** A subscriber that does not read while this much waits for it is hung up on: events do not wait for ever. */
const MAX_UNREAD_BYTES = 1_000_000;

/**
 * One client of the APDU port. Its lines are served one after another; while one is served, or while answers wait to be
 * read, the next ones wait in the network, so that no client can make us keep more than a line and what one read brings.
 */
export class ApduPortClient {
  readonly #socket: Socket;
  readonly #readers: ReaderTable;
  readonly #bytes = new ByteQueue();
  #searchedBytes = 0;
  #serving = false;
  #subscribed = false;
  /** Parted with: what still comes is thrown away, so that our last line is not lost to a reset of the connection. */
  #parted = false;

  constructor(socket: Socket, readers: ReaderTable) {
    this.#socket = socket.setNoDelay(true);
    this.#readers = readers;
    socket.on("error", () => {}); // "close" follows
  }

  /** Says hello and serves until the client hangs up or has to be hung up on; then tells. */
  serve(gone: () => void): void {
    this.#socket.on("close", () => {
      this.#readers.release(this);
      gone();
    });
    this.#socket.on("data", (chunk) => {
      if (this.#parted) return;
      this.#bytes.push(chunk);
      this.#pump();
    });
    this.#socket.on("drain", () => this.#pump());
    this.#write(HELLO);
  }

  /** One client too many: says why and hangs up. */
  turnAway(maxClients: number): void {
    this.#fail(undefined, {
      code: "too-many-clients",
      message: `${maxClients} clients are connected already`,
      fix: "close one of them first",
    });
    this.#socket.destroySoon();
  }

  /** Pushes an event, if this client asked for events. */
  tell(event: ReaderEvent): void {
    if (!this.#subscribed) return;
    this.#write(event);
    if (this.#socket.writableLength > MAX_UNREAD_BYTES) this.hangUp();
  }

  hangUp(): void {
    this.#socket.destroy();
  }

  #pump(): void {
    while (!this.#serving && !this.#parted && !this.#socket.writableNeedDrain) {
      const line = this.#nextLine();
      if (line === undefined) break;
      this.#serve(line);
    }
    if (this.#serving || this.#socket.writableNeedDrain) this.#socket.pause();
    else this.#socket.resume();
  }

  #nextLine(): string | undefined {
    const end = this.#bytes.indexOf(NEWLINE, this.#searchedBytes);
    if ((end < 0 ? this.#bytes.lengthBytes : end) > MAX_LINE_BYTES) {
      this.#partWith("line-too-long", `a line has more than ${MAX_LINE_BYTES} bytes`, "end each object with a newline");
      return undefined;
    }
    if (end < 0) {
      this.#searchedBytes = this.#bytes.lengthBytes;
      return undefined;
    }
    this.#searchedBytes = 0;
    return Buffer.from(this.#bytes.take(end + 1)).toString("utf8");
  }

  #serve(line: string): void {
    if (line.trim() === "") return;
    const request = readRequest(line);
    if (!isBadLine(request)) return this.#answer(request);
    const { id, field, message, fix } = request;
    if (request.foreign) return this.#partWith("not-json", message, fix);
    this.#fail(id, { code: "bad-request", message, fix }, field);
  }

  #answer(request: ApduPortRequest): void {
    const { id } = request;
    switch (request.op) {
      case "list":
        return this.#succeed(id, { readers: this.#readers.list() });
      case "subscribe":
        this.#subscribed = true;
        return this.#succeed(id, { readers: this.#readers.list() });
      case "power-on":
        return this.#conclude(id, "atr", this.#readers.powerOn(this, request.reader));
      case "reset":
        return this.#conclude(id, "atr", this.#readers.reset(this, request.reader));
      case "power-off": {
        const problem = this.#readers.powerOff(this, request.reader);
        return problem === undefined ? this.#succeed(id, {}) : this.#fail(id, problem, "reader");
      }
      case "transmit":
        return this.#transmit(request);
    }
  }

  #transmit({ id, reader, apdu }: ApduPortRequest & { readonly op: "transmit" }): void {
    let [waited, answers] = [false, 0];
    this.#serving = true;
    this.#readers.transmit(this, reader, Uint8Array.from(Buffer.from(apdu, "hex")), (answer) => {
      ensure(answers++ === 0, "a slot answered one command twice");
      this.#serving = false;
      this.#conclude(id, "response", answer);
      if (waited) this.#pump();
    });
    waited = true;
  }

  #conclude(id: RequestId, name: "atr" | "response", result: Uint8Array | TransportProblem): void {
    if (isProblem(result)) this.#fail(id, result, "reader");
    else this.#succeed(id, { [name]: toHex(result) });
  }

  #succeed(id: RequestId, result: object): void {
    this.#write({ id, ok: true, ...result });
  }

  #fail(id: RequestId, { code, message, fix }: TransportProblem, field?: string): void {
    this.#write({ id, ok: false, error: { code, field, message, fix } });
  }

  /** Says why and hangs up: where a line ends is not known any more, or the peer means somebody else. */
  #partWith(code: string, message: string, fix: string): void {
    this.#fail(undefined, { code, message, fix });
    this.#parted = true;
    this.#socket.end();
  }

  #write(line: object): void {
    if (this.#socket.writable) this.#socket.write(`${JSON.stringify(line)}\n`);
  }
}
