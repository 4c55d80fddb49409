import type { Client } from "./client.ts";
import type { ResourceManager } from "./resource-manager.ts";

/** Who sent a message. */
export interface Peer {
  readonly manager: ResourceManager;
  readonly client: Client;
  /** Takes the answer, exactly once a message; undefined where the protocol has none. */
  reply(answer: Uint8Array | undefined): void;
  /** Takes a line about what the program did wrong. */
  log(line: string): void;
}

/** One message of the protocol: how long it is, and what it does. */
export interface Command {
  /** Number in the header. */
  readonly command: number;
  /** Bytes of its struct. */
  readonly lengthBytes: number;
  /** Offset in the struct of the number of bytes that follow it; undefined where none follow. */
  readonly dataLengthAt?: number;
  /**
   * Does it. `body` is the struct, `data` what followed it; both are this call's own. An answer is `body` with results
   * written into it, so that fields nobody touches come back as they came: pcscd does the same.
   */
  run(peer: Peer, body: Buffer, data: Uint8Array): void;
}

/** What a message table says of a command. */
type Message = Pick<Command, "command" | "lengthBytes">;

/** A command whose struct stands alone. */
export function command({ command, lengthBytes }: Message, run: Command["run"]): Command {
  return { command, lengthBytes, run };
}

/** A command whose struct is followed by as many bytes as its field at `dataLengthAt` says. */
export function dataCommand(message: Message, dataLengthAt: number, run: Command["run"]): Command {
  return { ...command(message, run), dataLengthAt };
}

/** Ends a call with a return code, which is written into `body` at this offset. */
export function finish(peer: Peer, body: Buffer, at: number): (returnCode: number) => void {
  return (returnCode) => {
    body.writeUInt32LE(returnCode, at);
    peer.reply(body);
  };
}
