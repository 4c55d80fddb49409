import { createServer, isIPv6, type Server, type Socket } from "node:net";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Slot } from "../cards/slot.ts";
import { ApduPortClient } from "./apdu-port-client.ts";
import { ReaderTable } from "./apdu-port-readers.ts";
import type { TransportProblem } from "./transport-problem.ts";

/**
 * The APDU port: our readers for programs in any language, without PC/SC. TCP on the loopback; one JSON object a line
 * in, one out, in the order asked (docs/apdu-port.md has every field and a session in Python).
 *
 *   server  {"hello":"madoguchi-apdu-port","version":1,"maxLineBytes":140000}
 *   client  {"id":1,"op":"power-on","reader":"Madoguchi 00 00"}
 *   server  {"id":1,"ok":true,"atr":"3B888001000005E0B381A1007F"}
 *   client  {"id":2,"op":"transmit","reader":"Madoguchi 00 00","apdu":"00A4040C0AD392F000260100000001"}
 *   server  {"id":2,"ok":true,"response":"9000"}
 *   server  {"event":"change","reader":"Madoguchi 00 00","card":false,"changes":3}      after subscribe
 *
 * Sharing. A reader belongs to the client that powered it, until that client sends power-off or hangs up; the others
 * may list and subscribe, and get `busy` for the rest. So nobody's PIN rights are lost to somebody else's SELECT, and
 * there is nothing to lock. The protocol is ours.
 */

/** Clients at a time. */
const MAX_CLIENTS = 16;

const LOOPBACK: readonly string[] = ["127.0.0.1", "::1", "localhost"];

/** What may be set. */
export interface ApduPortOptions {
  /** One of 127.0.0.1 (default), ::1 and localhost: the port knows no password, so it never leaves the machine. */
  readonly host?: string;
  /** Default 0: the system chooses. */
  readonly port?: number;
}

/** An open APDU port. */
export interface ApduPort {
  readonly host: string;
  readonly port: number;
  /** Hangs up on every client, takes the power from their cards, and ends when the port is closed. */
  close(): Promise<void>;
}

/**
 * Opens the port for these slots, whose reader names must differ. A port that is taken is a {@link TransportProblem};
 * a host that is not the loopback is a {@link MisuseError}.
 */
export function openApduPort(
  slots: readonly Slot[],
  { host = "127.0.0.1", port = 0 }: ApduPortOptions = {},
): Promise<ApduPort | TransportProblem> {
  if (!LOOPBACK.includes(host)) {
    throw new MisuseError("host", `${host} is not the loopback; accepted: ${LOOPBACK.join(", ")}`, LOOPBACK);
  }
  const readers = new ReaderTable(slots);
  const clients = new Set<ApduPortClient>();
  const server = createServer((socket) => accept(socket, readers, clients));
  const stopFollowing = readers.onChange((event) => {
    for (const client of clients) client.tell(event);
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      stopFollowing();
      const problem = problemOf(error, host, port);
      if (problem === undefined) reject(error);
      else resolve(problem);
    });
    server.listen({ host, port }, () => {
      resolve({
        host,
        port: portOf(server),
        async close() {
          stopFollowing();
          for (const client of clients) client.hangUp();
          await new Promise((closed) => server.close(closed));
        },
      });
    });
  });
}

function accept(socket: Socket, readers: ReaderTable, clients: Set<ApduPortClient>): void {
  const client = new ApduPortClient(socket, readers);
  if (clients.size >= MAX_CLIENTS) return client.turnAway(MAX_CLIENTS);
  clients.add(client);
  client.serve(() => clients.delete(client));
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function problemOf({ code }: NodeJS.ErrnoException, host: string, port: number): TransportProblem | undefined {
  const at = isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
  switch (code) {
    case "EADDRINUSE":
      return {
        code: "port-taken",
        message: `another program listens on ${at}`,
        fix: "choose another port, or 0 to let the system choose one",
      };
    case "EACCES":
      return { code: "port-refused", message: `this user may not listen on ${at}`, fix: "choose a port above 1023" };
    case "EADDRNOTAVAIL":
      return { code: "no-such-address", message: `this machine has no address ${host}`, fix: "use 127.0.0.1" };
    default:
      return undefined;
  }
}
