import { randomInt } from "node:crypto";
import { createServer, type Server, type Socket } from "node:net";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import type { Slot } from "../../cards/slot.ts";
import { wallTimers } from "../timers.ts";
import { Connection } from "./connection.ts";
import { ResourceManager } from "./resource-manager.ts";
import { closeToOthers, prepareSocket } from "./socket-file.ts";

/** A program that reads none of its answers is given up before they fill the memory. Some 90 readers' tables. Ours. */
const MAX_UNREAD_BYTES = 262_144;

/** What a service may be told. */
export interface PcscServiceOptions {
  /** Takes lines about programs that came, went or broke the protocol. They hold no bytes of a command. */
  readonly log?: (line: string) => void;
}

/**
 * A PC/SC service of our own: speaks pcsc-lite's client socket protocol, so that unmodified PC/SC programs on Linux
 * (through `libpcsclite.so.1`) find up to 16 emulated readers, without pcscd, a driver or root. Versions 4:4 to 4:6.
 *
 *   const service = new PcscService(slots);
 *   await service.listen(path);     // then run the program with pcscEnvironment(path)
 *
 * Access: whoever may open the socket, which is its user alone. Numbers are little-endian, as the machine's must be.
 */
export class PcscService {
  readonly #manager: ResourceManager;
  readonly #log: (line: string) => void;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #closed = false;

  /** The readers to begin with. A {@link MisuseError} names one that cannot be a PC/SC reader. */
  constructor(slots: readonly Slot[], { log = () => {} }: PcscServiceOptions = {}) {
    this.#log = log;
    this.#manager = new ResourceManager(slots, { timers: wallTimers, firstId: randomInt(1, 0x7fff_ffff) });
  }

  /**
   * Opens the socket at a path. The folder is made when it is missing; it must be the user's alone. A socket that a dead
   * service left behind is replaced. A {@link MisuseError} says what is wrong with the path, and what to do.
   */
  async listen(socketPath: string): Promise<void> {
    if (this.#server !== undefined || this.#closed)
      throw new MisuseError("socket", "this service was opened before; make another one");
    await prepareSocket(socketPath);
    const server = createServer((socket) => this.#accept(socket));
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(socketPath, resolve);
    });
    server.on("error", (error) => this.#log(`the socket is in trouble: ${error.message}`));
    closeToOthers(socketPath);
    this.#server = server;
  }

  /** A reader appears, as when it is plugged in; programs that wait for readers are told. */
  addReader(slot: Slot): void {
    this.#manager.addReader(slot);
  }

  /** A reader disappears, as when its plug is pulled. Nothing happens when there is none of this name. */
  removeReader(reader: string): void {
    this.#manager.removeReader(reader);
  }

  /** Hangs up on every program, takes the power from the cards and removes the socket. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const socket of this.#sockets) socket.destroy();
    const server = this.#server;
    // Node removes the socket's file when it stops listening.
    if (server !== undefined) await new Promise((closed) => server.close(closed));
    this.#manager.close();
  }

  #accept(socket: Socket): void {
    if (this.#manager.full) {
      this.#log("too many programs are connected: one was turned away");
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    const connection = new Connection({
      manager: this.#manager,
      log: this.#log,
      wire: {
        write: (bytes) => {
          socket.write(bytes);
          if (socket.writableLength > MAX_UNREAD_BYTES) {
            this.#log("a program does not read its answers: disconnected");
            socket.destroy();
          }
        },
        close: () => socket.destroy(),
      },
    });
    socket.on("data", (chunk) => connection.receive(chunk));
    // A program that died shows as an error or as an end; either way `close` follows.
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#sockets.delete(socket);
      connection.close();
    });
  }
}
