import type { FaceImage } from "../../../devices/readers/face-gate.ts";
import { loadJpeg2000 } from "../jpeg2000.ts";
import type { FaceSubject } from "./subject.ts";

/** Nobody younger has a photograph on the card (my-number-card.md D-18). */
const PHOTO_FROM_YEARS = 1;

/** The photograph as a reader gets it from the chip, through JPEG 2000; undefined where the card has none (RF-13). */
export async function photographOf({ about, moments: [portrait] }: FaceSubject): Promise<FaceImage | undefined> {
  if (about.ageYears < PHOTO_FROM_YEARS) return undefined;
  const { encode, decode } = await loadJpeg2000();
  return decode(encode(portrait));
}
