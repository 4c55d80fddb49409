import { describe, expect, it } from "vitest";
import {
  header,
  messages,
  readerEvents,
  readerState,
  rowCount,
  stateChange,
} from "../../../../devices/transports/pcsc-service/messages.ts";
import { fromHex, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Vector } from "../../../../simulator/kernel/vector.ts";

interface Row {
  readonly codec: { decode(bytes: Uint8Array): unknown; encode(value: never): Uint8Array };
  readonly lengthBytes: number;
  readonly at: Readonly<Record<string, number>>;
  readonly vectors: readonly Vector<unknown>[];
}

const rows: readonly (readonly [string, Row])[] = [
  ["header", header],
  ["readerState", readerState],
  ["stateChange", stateChange],
  ["readerEvents", readerEvents],
  ["rowCount", rowCount],
  ...Object.entries(messages),
];

describe("the messages of pcsc-lite's client socket", () => {
  it.each(rows)("%s: every vector in the row reads and writes", (_name, { codec, lengthBytes, vectors }) => {
    expect(vectors.length > 0 || lengthBytes === 0).toBe(true);
    for (const { bytes, value } of vectors) {
      expect(codec.decode(fromHex(bytes))).toEqual(value);
      expect(toHex(codec.encode(value as never))).toBe(bytes.replaceAll(" ", ""));
    }
  });

  it.each(rows)("%s: a field lies where its offset says", (_name, { codec, lengthBytes, at }) => {
    for (const [field, offset] of Object.entries(at)) {
      const bytes = new Uint8Array(lengthBytes);
      bytes[offset] = 0x41;
      const zero = codec.decode(new Uint8Array(lengthBytes)) as Record<string, unknown>;
      const record = codec.decode(bytes) as Record<string, unknown>;
      expect(Object.keys(at).filter((name) => !sameField(record[name], zero[name]))).toEqual([field]);
    }
  });

  it("are as long as the C structs of pcsc-lite on a 64-bit machine", () => {
    const lengths = Object.fromEntries(rows.map(([name, { lengthBytes }]) => [name, lengthBytes]));
    expect(lengths).toEqual({
      header: 8,
      readerState: 184,
      stateChange: 8,
      readerEvents: 8,
      rowCount: 4,
      establishContext: 12,
      releaseContext: 8,
      connect: 152,
      reconnect: 24,
      disconnect: 12,
      beginTransaction: 8,
      endTransaction: 12,
      transmit: 32,
      control: 24,
      status: 8,
      cancel: 8,
      getAttribute: 280,
      setAttribute: 280,
      version: 12,
      getReaderStates: 0,
      waitReaderStateChange: 0,
      stopWaiting: 0,
      getReaderEvents: 0,
      getReaderStatesSize: 0,
      getReaderStatesArray: 0,
    });
  });

  it("have a command each", () => {
    const numbers = Object.values(messages).map(({ command }) => command);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

const sameField = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
