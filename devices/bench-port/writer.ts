import { FROM_FIRMWARE, TO_FIRMWARE } from "./constants.ts";
import { type BenchMessage, benchMessage } from "./frame.ts";

/** Characters to the card of a contact slot. */
export const charactersToCard = (slot: number, bytes: Uint8Array): BenchMessage =>
  benchMessage(FROM_FIRMWARE.characters, slot, bytes);
/** Characters from the card of a contact slot. */
export const charactersFromCard = (slot: number, bytes: Uint8Array): BenchMessage =>
  benchMessage(TO_FIRMWARE.characters, slot, bytes);
/** Power for a contact card; `voltage` 1 = 5 V, 2 = 3 V, 3 = 1.8 V. */
export const powerOnCard = (slot: number, voltage: number): BenchMessage =>
  benchMessage(FROM_FIRMWARE.powerOn, slot, Uint8Array.of(voltage));
/** What the screen shows now; empty when it rests. */
export const screenShows = (text: string): BenchMessage =>
  benchMessage(FROM_FIRMWARE.screen, 0, new Uint8Array(Buffer.from(text, "utf8")));
/** A line of the log. */
export const logLine = (text: string): BenchMessage =>
  benchMessage(FROM_FIRMWARE.log, 0, new Uint8Array(Buffer.from(text, "utf8")));
/** A key of the PIN pad. */
export const keyPressed = (key: number): BenchMessage => benchMessage(TO_FIRMWARE.key, 0, Uint8Array.of(key));
