import type { FileChange } from "../devices/terminal/ports.ts";
import { openRequest } from "../devices/terminal/zip-envelope.ts";
import type { TerminalProfile } from "../simulator/messages/profile.ts";
import { looksZipped } from "../simulator/zip/zip-file.ts";

/** A request unpacked from a zip may be this long before nobody looks into it. */
const MAX_UNPACKED_BYTES = 32 << 20;

/** A request laid into `req` as evidence: of a zip that can be opened also what is in it, so that checks can judge it. */
export function writtenRequest(name: string, bytes: Uint8Array, zip: TerminalProfile["zip"]): FileChange {
  const content = looksZipped(bytes) ? openRequest({ name, bytes }, zip, MAX_UNPACKED_BYTES) : undefined;
  const packed = content instanceof Uint8Array ? { packed: { zip: bytes, content } } : {};
  return { folder: "req", name, bytes, change: "written", ...packed };
}
