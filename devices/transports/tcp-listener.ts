import { createServer, type Socket } from "node:net";
import { StreamTransport } from "./stream-transport.ts";
import { wallTimers } from "./timers.ts";
import type { Transport } from "./transport.ts";
import type { TransportProblem } from "./transport-problem.ts";

/** Where somebody listens, until it is closed. */
export interface TcpListener {
  readonly port: number;
  close(): Promise<void>;
}

/** A host that hangs up and comes again at once may be here before the end of its old line is, ms. */
const CHANGE_OVER_MS = 200;
/** Others on the network have no business with an emulated reader. */
const LOOPBACK = "127.0.0.1";

/**
 * Listens on the loopback for one host at a time, as a reader has one cable; a second one is turned away while the first
 * is there. Port 0 lets the system choose. `take` gets each line as it comes.
 */
export function listenTcp(port: number, take: (line: Transport) => void): Promise<TcpListener | TransportProblem> {
  let current: StreamTransport | undefined;
  const begin = (socket: Socket): void => {
    const line = new StreamTransport(`${LOOPBACK}:${socket.remotePort}`, {
      readable: socket,
      writable: socket,
      shut: async () => {
        socket.destroy();
      },
    });
    current = line;
    socket.once("close", () => {
      current = undefined;
      line.end(undefined);
    });
    take(line);
  };
  const server = createServer({ noDelay: true }, (socket) => {
    if (current === undefined) return begin(socket);
    socket.on("error", () => {}); // who is turned away may leave as he likes
    const cancelEnd = current.onEnd(() => {
      cancelTimer();
      if (current === undefined && !socket.destroyed) begin(socket);
      else socket.destroy();
    });
    const cancelTimer = wallTimers.after(CHANGE_OVER_MS, () => {
      cancelEnd();
      socket.destroy();
    });
  });
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve(cannotListen(port, error)));
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address !== null ? address.port : port,
        async close() {
          await current?.close();
          await new Promise((closed) => server.close(closed));
        },
      });
    });
  });
}

function cannotListen(port: number, { code = "cannot-listen", message }: NodeJS.ErrnoException): TransportProblem {
  if (code !== "EADDRINUSE")
    return { code, message: `port ${port} cannot be listened on: ${message}`, fix: "choose another port, above 1023" };
  return {
    code: "port-taken",
    message: `another program listens on port ${port}`,
    fix: "choose another port, or 0 to let the system choose one",
  };
}
