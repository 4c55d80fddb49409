import { chmodSync, lstatSync, rmSync, type Stats } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { makeFolder } from "../make-folder.ts";

/** `sun_path` of a socket address has 108 bytes on Linux, the last of them zero; libpcsclite copies no more into it. */
const MAX_PATH_BYTES = 107;
const OTHERS = 0o077;
const OWNER_ONLY = 0o700;

/** The variable by which libpcsclite finds its service (`winscard_msg.c`, getSocketName). */
export function pcscEnvironment(socketPath: string): Record<string, string> {
  return { PCSCLITE_CSOCK_NAME: socketPath };
}

/** Where the service listens when nobody says where: a folder of the user alone, the same in every terminal. */
export function defaultSocketPath(): string {
  const runtime = process.env["XDG_RUNTIME_DIR"];
  const folder = runtime ? join(runtime, "madoguchi") : join(tmpdir(), `madoguchi-${userId()}`);
  return join(folder, "pcscd.comm");
}

/**
 * Makes room for the socket: the folder is there and closed to others, and the file of a service that died is away.
 * A {@link MisuseError} says what is wrong and what to do.
 */
export async function prepareSocket(socketPath: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  if (platform !== "linux")
    throw wrong("pcsc-lite's socket exists on Linux only; use the APDU port here, which works everywhere");
  if (Buffer.byteLength(socketPath) > MAX_PATH_BYTES)
    throw wrong(`"${socketPath}" has more than ${MAX_PATH_BYTES} bytes, choose a shorter path`);
  makePrivate(dirname(socketPath));
  const old = statOf(socketPath);
  if (old === undefined) return;
  if (!old.isSocket()) throw wrong(`"${socketPath}" is a file and no socket; choose another path`);
  if (await answers(socketPath))
    throw wrong(`another service listens at "${socketPath}"; end it, or choose another path for this one`);
  rmSync(socketPath, { force: true });
}

/** The socket itself is closed to others as well, whatever becomes of the folder. */
export function closeToOthers(socketPath: string): void {
  chmodSync(socketPath, 0o600);
}

function makePrivate(folder: string): void {
  try {
    makeFolder(folder, OWNER_ONLY);
  } catch {
    throw wrong(`"${folder}" cannot be made; choose a path in a folder you may write to`);
  }
  const stats = statOf(folder);
  if (stats === undefined || !stats.isDirectory()) throw wrong(`"${folder}" is no folder; choose another path`);
  if (stats.uid !== userId()) throw wrong(`"${folder}" belongs to another user; choose a folder of your own`);
  if ((stats.mode & OTHERS) !== 0)
    throw wrong(`others may enter "${folder}"; choose a folder of your own, or close it: chmod 700 "${folder}"`);
}

function statOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

/** True when a service accepts connections there. */
function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** Systems without user ids have no such service either, see {@link prepareSocket}. */
const userId = (): number => process.getuid?.() ?? 0;

const wrong = (message: string): MisuseError => new MisuseError("socket", message);
