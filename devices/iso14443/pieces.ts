/** Copies of `lengthBytes` each; no bytes are one empty piece, for an empty block is a block. */
export function pieces(bytes: Uint8Array, lengthBytes: number): readonly Uint8Array[] {
  const count = Math.max(1, Math.ceil(bytes.length / lengthBytes));
  return Array.from({ length: count }, (_, index) =>
    Uint8Array.from(bytes.subarray(index * lengthBytes, (index + 1) * lengthBytes)),
  );
}
