import type { FaceImage } from "../../../devices/readers/face-gate.ts";
import type { Rng } from "../../../simulator/kernel/rng.ts";
import { tilted } from "./pose.ts";
import { developed, redrawn } from "./raster.ts";

/** What carries the picture: luma and width, in pixels of the portrait, of the rim around it. */
interface Carrier {
  readonly rimPx: number;
  readonly rimLuma: number;
}

const paper: Carrier = { rimPx: 4, rimLuma: 226 };
const telephone: Carrier = { rimPx: 6, rimLuma: 14 };

/** The picture is held so near that its rim lies this many pixels inside the frame, or fewer; at 0 and below it is not seen. */
const NEAREST_RIM_PX = 7;
const FARTHEST_RIM_PX = -3;
/** Held askew by up to this each way, in tenths of a degree. */
const TILT_TENTHS = 12;
/** Specks that the grain of paper is drawn from. */
const SPECKS = 2_048;

/** A print of a portrait: black and white in luma. No two printers are alike: black is up to `inkSpread` darker or lighter. */
export interface Print {
  readonly inkLuma: number;
  readonly inkSpread: number;
  readonly paperLuma: number;
  readonly grainLuma: number;
}

/** Ink on paper, held up: black is not black, white not white, and the paper has a grain. */
export async function printed(portrait: FaceImage, print: Print, rng: Rng): Promise<FaceImage> {
  const inkLuma = print.inkLuma + rng.below(2 * print.inkSpread + 1) - print.inkSpread;
  const flat = await developed(portrait, (picture) => picture.linear((print.paperLuma - inkLuma) / 255, inkLuma));
  const grain = rng.bytes(SPECKS);
  const rough = redrawn(flat, (luma, x, y) => {
    const speck = grain[(x * 7 + y * 131 + ((x * y) >> 3)) % SPECKS] ?? 0;
    return luma + (speck % (2 * print.grainLuma + 1)) - print.grainLuma;
  });
  return heldUp(rough, paper, rng);
}

/** A picture shown by a telephone, held up: its tones bent by the screen, its blacks lifted by the light behind them. */
export function onScreen(
  portrait: FaceImage,
  { gammaHundredths, glowLuma }: { readonly gammaHundredths: number; readonly glowLuma: number },
  rng: Rng,
): Promise<FaceImage> {
  const tones = Array.from({ length: 256 }, (_, luma) => {
    return glowLuma + (255 - glowLuma) * (luma / 255) ** (gammaHundredths / 100);
  });
  return heldUp(
    redrawn(portrait, (luma) => tones[luma] ?? luma),
    telephone,
    rng,
  );
}

/** The picture with its rim before another wall, a little askew; the lower edge is below the frame, in somebody's hand. */
function heldUp(picture: FaceImage, { rimPx, rimLuma }: Carrier, rng: Rng): Promise<FaceImage> {
  const insetPx = FARTHEST_RIM_PX + rng.below(NEAREST_RIM_PX - FARTHEST_RIM_PX + 1);
  const wallLuma = 120 + rng.below(60);
  const held = redrawn(picture, (luma, x, y) => {
    const insidePx = Math.min(x, picture.widthPx - 1 - x, y) - insetPx;
    if (insidePx >= 0) return luma;
    return insidePx >= -rimPx ? rimLuma : wallLuma - (y >> 4) - (x >> 5);
  });
  return tilted(held, (rng.below(2 * TILT_TENTHS + 1) - TILT_TENTHS) / 10);
}

/** What the camera sees of a screen besides the picture. */
export interface ScreenPattern {
  /** From one fringe to the next, in tenths of a pixel of the frame. */
  readonly fringeTenthsPx: number;
  /** How much lighter and darker the fringes are in white, in luma. */
  readonly fringeLuma: number;
  /** How much darker the middle of the band is, in thousandths. */
  readonly bandThousandths: number;
}

/** The band takes this share of the height of the frame. */
const BAND_SHARE = 0.22;
/** Fringes lie a little askew: this much further left in each row below. */
const FRINGE_SLOPE = 0.18;

/**
 * What a camera makes of a screen: fringes (moiré) where the pixels of screen and sensor beat, and a darker band where the
 * screen is just being drawn anew, `phaseThousandths` of the height down.
 */
export function moire(frame: FaceImage, pattern: ScreenPattern, phaseThousandths: number): FaceImage {
  const waves = (20 * Math.PI) / pattern.fringeTenthsPx;
  return redrawn(frame, (luma, x, y) => {
    const fringe = Math.sin(waves * (x + FRINGE_SLOPE * y)) * pattern.fringeLuma * (0.35 + (0.65 * luma) / 255);
    const down = (y / frame.heightPx + phaseThousandths / 1000) % 1;
    const shade = down < BAND_SHARE ? (pattern.bandThousandths / 1000) * Math.sin((Math.PI * down) / BAND_SHARE) : 0;
    return luma * (1 - shade) + fringe;
  });
}
