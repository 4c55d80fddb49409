import { connect } from "node:net";

/*
 * The least a card behind vpcd can be in Node, to measure ours by: an answer to SELECT, 256 bytes to READ BINARY, an ATR.
 * Answers lie ready, nothing is parsed but the instruction (virtual-pcsc.md §4: "Minimal card loop in Node").
 *
 *   node trivial-card.ts PORT
 */
const framed = (payload: Buffer): Buffer => Buffer.concat([Buffer.of(payload.length >> 8, payload.length), payload]);

const ATR = framed(Buffer.from("3b888001000005e0b381a1007f", "hex"));
const OK = framed(Buffer.of(0x90, 0x00));
const CONTENT = framed(Buffer.concat([Buffer.alloc(256), Buffer.of(0x90, 0x00)]));
const UNKNOWN = framed(Buffer.of(0x6d, 0x00));

function answerTo(message: Buffer): Buffer | undefined {
  if (message.length === 1) return message[0] === 0x04 ? ATR : undefined;
  return message[1] === 0xa4 ? OK : message[1] === 0xb0 ? CONTENT : UNKNOWN;
}

const socket = connect({ host: "127.0.0.1", port: Number(process.argv[2]), noDelay: true });
let held: Buffer = Buffer.alloc(0);
socket.on("data", (chunk) => {
  held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
  while (held.length >= 2 && held.length >= 2 + held.readUInt16BE(0)) {
    const end = 2 + held.readUInt16BE(0);
    const answer = answerTo(held.subarray(2, end));
    if (answer !== undefined) socket.write(answer);
    held = held.subarray(end);
  }
});
