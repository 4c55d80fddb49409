import type { FileChange } from "./ports.ts";

/** A result that says something else, as faults make them: of a zip the file in it is changed and packed again. */
export function rewritten(file: FileChange, change: (content: Uint8Array) => Uint8Array): FileChange {
  const { bytes, packed: inside } = file;
  if (inside?.repack === undefined || inside.zip !== bytes) return { ...file, bytes: change(bytes) };
  const content = change(inside.content);
  const zip = inside.repack(content);
  return { ...file, bytes: zip, packed: { ...inside, zip, content } };
}
