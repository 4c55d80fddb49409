import type { FileChange } from "../devices/terminal/ports.ts";
import type { TerminalProfile } from "../simulator/messages/profile.ts";
import { BULK_MESSAGE_LIMITS } from "../simulator/messages/xml-reader.ts";
import { looksZipped, openZip } from "../simulator/zip/zip-file.ts";

/** A request laid into `req` as evidence: of a zip that can be opened, and holds no more than the longest message, also what is in it, so that checks can judge it. */
export function writtenRequest(name: string, bytes: Uint8Array, zip: TerminalProfile["zip"]): FileChange {
  const opening = {
    password: zip.password,
    name: name.replace(/\.[^.]*$/, ".xml"),
    maxBytes: BULK_MESSAGE_LIMITS.maxBytes,
  };
  const opened = looksZipped(bytes) ? openZip(bytes, opening) : undefined;
  const packed = opened?.ok === true ? { packed: { zip: bytes, content: opened.bytes } } : {};
  return { folder: "req", name, bytes, change: "written", ...packed };
}
