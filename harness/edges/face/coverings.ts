import type { PortraitFeatures } from "../portrait-features.ts";

/** SVG elements, in pixels of the portrait, of what may lie over a face. All of them are drawn, in greys. */

const tone = (luma: number): string => {
  const level = Math.max(0, Math.min(255, Math.round(luma)));
  return `rgb(${level},${level},${level})`;
};

/** A hand before chin and mouth: four fingers from the side, the back of the hand below. */
export function hand({ headX, headY, headRadiusX, headRadiusY, skinLuma, mouthY }: PortraitFeatures): string {
  const left = headX - headRadiusX * 0.35;
  const top = headY + mouthY - 14;
  const [fill, edge] = [tone(skinLuma - 14), tone(skinLuma - 75)];
  const pen = `stroke="${edge}" stroke-width="2"`;
  const palm = `<path d="M${left + 12} ${top - 4} L${left + headRadiusX * 1.5} ${top + 8} L${left + headRadiusX * 1.7} 330 L${left + 30} 330 Z" fill="${fill}" ${pen}/>`;
  const fingers = [0, 1, 2, 3].map((finger) => {
    const y = top + finger * 17;
    const x = left - 26 + Math.abs(finger - 1) * 7;
    return `<rect x="${x}" y="${y}" width="${headRadiusX + 18}" height="18" rx="9" fill="${fill}" ${pen} transform="rotate(7 ${x} ${y})"/>`;
  });
  const thumb = `<ellipse cx="${left + headRadiusX * 1.25}" cy="${top - headRadiusY * 0.2}" rx="12" ry="30" fill="${fill}" ${pen} transform="rotate(24 ${left + headRadiusX * 1.25} ${top})"/>`;
  return thumb + palm + fingers.join("");
}

/** Hair fallen over one eye and half the forehead. */
export function looseHair({
  headX,
  headY,
  headRadiusX: rx,
  headRadiusY: ry,
  hairLuma,
  parting,
}: PortraitFeatures): string {
  const side = -parting;
  const x = (share: number): number => headX + side * rx * share;
  const outline = `M${x(-0.35)} ${headY - ry * 0.98} C${x(0.1)} ${headY - ry * 0.7} ${x(0.1)} ${headY} ${x(0.3)} ${headY + ry * 0.35}`;
  const back = `C${x(0.7)} ${headY + ry * 0.2} ${x(1.1)} ${headY} ${x(1.05)} ${headY - ry * 0.35} Q${x(0.8)} ${headY - ry * 1.05} ${x(-0.35)} ${headY - ry * 0.98} Z`;
  const strands = [0.25, 0.5, 0.75].map(
    (share) =>
      `<path d="M${x(share - 0.2)} ${headY - ry * 0.85} Q${x(share)} ${headY - ry * 0.3} ${x(share)} ${headY + ry * 0.15}" fill="none" stroke="${tone(hairLuma + 30)}" stroke-width="2"/>`,
  );
  return `<path d="${outline} ${back}" fill="${tone(hairLuma)}"/>${strands.join("")}`;
}

/** A knitted cap pulled down to the brows. */
export function cap({
  headX: x,
  headY: y,
  headRadiusX: rx,
  headRadiusY: ry,
  eyeY,
  eyeHeight,
}: PortraitFeatures): string {
  const brim = y + eyeY - eyeHeight - 26;
  const crown = `M${x - rx - 9} ${brim} C${x - rx - 12} ${y - ry * 1.62} ${x + rx + 12} ${y - ry * 1.62} ${x + rx + 9} ${brim} Z`;
  const ribs = [-0.6, -0.3, 0, 0.3, 0.6].map(
    (share) =>
      `<path d="M${x + rx * share} ${brim} Q${x + rx * share * 0.9} ${y - ry} ${x + rx * share * 0.45} ${y - ry * 1.3}" fill="none" stroke="${tone(70)}" stroke-width="2"/>`,
  );
  const band = `<rect x="${x - rx - 12}" y="${brim - 18}" width="${2 * rx + 24}" height="24" rx="9" fill="${tone(62)}"/>`;
  return `<path d="${crown}" fill="${tone(92)}"/>${ribs.join("")}${band}`;
}
