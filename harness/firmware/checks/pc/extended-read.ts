import { fromHex } from "../../../../simulator/kernel/bytes.ts";

/** READ BINARY with extended Le 0000: all there is, 65,536 bytes at most (ISO/IEC 7816-4 §5.1). */
export const READ_ALL = fromHex("00 B0 00 00 00 00 00");
