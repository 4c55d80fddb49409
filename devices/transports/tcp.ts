import { connect, type Socket } from "node:net";
import { StreamTransport } from "./stream-transport.ts";
import { type Timers, wallTimers } from "./timers.ts";
import type { Transport } from "./transport.ts";
import type { TransportProblem } from "./transport-problem.ts";

/** Where somebody listens. */
export interface TcpAddress {
  readonly host: string;
  /** 1 to 65535. */
  readonly port: number;
}

/** A machine that says neither yes nor no within this time is not there, ms. */
const CONNECT_MS = 5_000;

/** Opens a line over TCP. One that cannot be opened gives a problem that says what was tried and what to look at. */
export function openTcp(address: TcpAddress, timers: Timers = wallTimers): Promise<Transport | TransportProblem> {
  const name = nameOf(address);
  return new Promise((resolve) => {
    const socket = connect({ ...address, noDelay: true });
    const giveUp = (problem: TransportProblem): void => {
      socket.destroy();
      resolve(problem);
    };
    const cancelTimer = timers.after(CONNECT_MS, () => giveUp(noAnswer(name)));
    const failed = (error: NodeJS.ErrnoException): void => {
      cancelTimer();
      giveUp(cannotConnect(name, error));
    };
    socket.once("error", failed);
    socket.once("connect", () => {
      cancelTimer();
      socket.off("error", failed);
      resolve(lineOver(name, socket));
    });
  });
}

function lineOver(name: string, socket: Socket): Transport {
  const transport = new StreamTransport(name, { readable: socket, writable: socket, shut: () => shut(socket) });
  let why = "";
  socket.on("error", (error) => {
    why = `: ${error.message}`;
  });
  socket.on("close", () => transport.end(lineGone(name, why)));
  return transport;
}

function shut(socket: Socket): Promise<void> {
  return new Promise((done) => {
    if (socket.closed) return done();
    socket.once("close", () => done());
    socket.destroy();
  });
}

const nameOf = ({ host, port }: TcpAddress): string => (host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`);

/** What each reason of the operating system means to a person. */
const REASONS: Readonly<Record<string, readonly [code: string, what: string, fix: string]>> = {
  ECONNREFUSED: [
    "refused",
    "nobody listens there",
    "start the firmware first, and look at the port it was told to listen on",
  ],
  ENOTFOUND: ["unreachable", "no machine has this name", "look at the name, or give the address in numbers"],
  EAI_AGAIN: ["unreachable", "the name cannot be looked up", "look at the network, or give the address in numbers"],
  EHOSTUNREACH: ["unreachable", "no way leads there", "look at the network and at the address"],
  ENETUNREACH: ["unreachable", "no way leads there", "look at the network and at the address"],
};

function cannotConnect(name: string, { code = "", message }: NodeJS.ErrnoException): TransportProblem {
  const [id, what, fix] = REASONS[code] ?? ["cannot-connect", message, "look at the address and at the network"];
  return { code: id, message: `${name} cannot be reached: ${what}`, fix };
}

const noAnswer = (name: string): TransportProblem => ({
  code: "unreachable",
  message: `${name} cannot be reached: no answer within ${CONNECT_MS} ms`,
  fix: "look at the address, and whether a firewall lets nothing through",
});

const lineGone = (name: string, why: string): TransportProblem => ({
  code: "line-gone",
  message: `${name} ended the line${why}`,
  fix: "look whether the firmware still runs, and start again",
});
