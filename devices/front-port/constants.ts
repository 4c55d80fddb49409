/**
 * The front port (ours): screen, touch, keys and camera of a reader as one stream of bytes, beside the line of its slots. A
 * real reader is a USB composite of CCID, camera and touch screen whose vendor protocol is private (readers-and-line.md §3,
 * §17). `docs/front-port.md` is written for whoever implements it in another language.
 *
 *     0-1 length, most significant first, of what follows | 2 type | 3 number | 4 … payload
 *
 * The frame of the bench port, with the number of a question where that has a slot. Digits of a PIN cross this line: no
 * byte of it belongs in a trace, a log or an error.
 */

/** To the reader: what its session wants of the patient. A question has a number, counted up and round from 0 to 255. */
export const TO_FRONT = {
  /** A screen: 4 bytes how long it waits for a touch, ms, 0 where it only informs; then the view as JSON. */
  screen: 0x01,
  /** Nobody waits for the answer to this number any more. */
  withdrawn: 0x02,
  /** A try at face authentication: 1 byte its number, 0 for the first. */
  takePicture: 0x03,
} as const;

/** From the reader: answers, each under the number of its question. */
export const FROM_FRONT = {
  /** What was done with a screen, as JSON. */
  touched: 0x81,
  /** Nothing was done with it, and nothing will be. */
  untouched: 0x82,
  /** A frame begins: width 2 bytes, height 2, its number 1 (0 first, 1 a moment later), how many come 1. */
  picture: 0x83,
  /** The next pixels of the frame, row by row, one byte each: as many pieces as it takes. */
  luma: 0x84,
  /** Nothing came before the camera in time. */
  noPicture: 0x85,
  /** What measuring a try would come to, in place of a picture: match 2 bytes, life 2, quality 1. */
  measured: 0x86,
} as const;

/** A picture is there within this time, ms (ours): two frames of 480 × 640 pixels take a minute at 115,200 bit/s. */
export const PICTURE_MS = 90_000;
