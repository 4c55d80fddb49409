import type { PortraitFeatures } from "./portrait-features.ts";

/**
 * A drawn face. All persons of the simulator are synthetic, so their card photographs are drawings: a grey
 * cartoon of a few shapes, after nobody (my-number-card.md D-16 "no real face"; the drawing itself is our choice).
 */

/** Width of a portrait in pixels. */
export const PORTRAIT_WIDTH_PX = 240;
/** Height of a portrait in pixels: 3:4, near the 35 mm x 45 mm of a photograph on a card. */
export const PORTRAIT_HEIGHT_PX = 320;

/** The portrait as SVG text, {@link PORTRAIT_WIDTH_PX} by {@link PORTRAIT_HEIGHT_PX}, in greys only. */
export function portraitSvg(features: PortraitFeatures): string {
  const parts = [background, backHair, body, head, wrinkles, eyes, nose, beard, mouth, frontHair, brows, glasses];
  const size = `width="${PORTRAIT_WIDTH_PX}" height="${PORTRAIT_HEIGHT_PX}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${parts.map((part) => part(features)).join("")}</svg>`;
}

/** A grey as SVG writes it; out of range is cut off. */
function grey(luma: number): string {
  const level = Math.max(0, Math.min(255, Math.round(luma)));
  return `rgb(${level},${level},${level})`;
}

function filled(path: string, luma: number): string {
  return `<path d="${path}" fill="${grey(luma)}"/>`;
}

function stroked(path: string, luma: number, widthPx: number): string {
  return `<path d="${path}" fill="none" stroke="${grey(luma)}" stroke-width="${widthPx}" stroke-linecap="round"/>`;
}

function ellipse(x: number, y: number, radiusX: number, radiusY: number, luma: number): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${radiusX}" ry="${radiusY}" fill="${grey(luma)}"/>`;
}

/** The same drawing on both sides of the face: side is -1 (left) and 1. */
function bothSides(draw: (side: number) => string): string {
  return draw(-1) + draw(1);
}

function gradient(id: string, kind: "linear" | "radial", fromLuma: number, toLuma: number): string {
  const stops = `<stop offset="0.4" stop-color="${grey(fromLuma)}"/><stop offset="1" stop-color="${grey(toLuma)}"/>`;
  return `<${kind}Gradient id="${id}">${stops}</${kind}Gradient>`;
}

function background(f: PortraitFeatures): string {
  const light = gradient("wall", "linear", f.backgroundLuma, f.backgroundLuma - 22);
  const skin = gradient("skin", "radial", f.skinLuma, f.skinLuma - 34);
  return `<defs>${light}${skin}</defs><rect width="100%" height="100%" fill="url(#wall)"/>`;
}

function body(f: PortraitFeatures): string {
  const { headX: x, shoulderY: y, clothesLuma: luma, neckHalf: half, shoulderInset: inset } = f;
  const left = `M${inset} 320 C${4 + inset} ${y + 14} ${60 + inset / 2} ${y + 4} ${x - half} ${y - 8}`;
  const right = `L${x + half} ${y - 8} C${180 - inset / 2} ${y + 4} ${236 - inset} ${y + 14} ${240 - inset} 320 Z`;
  const chin = f.headY + 30;
  const neck = `M${x - half + 3} ${chin} L${x - half + 1} ${y - 6} Q${x} ${y + 24} ${x + half - 1} ${y - 6} L${x + half - 3} ${chin} Z`;
  return filled(`${left} ${right}`, luma) + filled(neck, f.skinLuma - 40) + neckline(f);
}

function neckline(f: PortraitFeatures): string {
  const { headX: x, shoulderY: y, clothesLuma: luma, neckHalf: half } = f;
  const contrast = luma > 120 ? luma - 80 : luma + 80;
  const edge = 10 + f.shoulderInset * 1.25;
  switch (f.clothes) {
    case "round":
      return stroked(`M${x - half - 1} ${y - 7} Q${x} ${y + 30} ${x + half + 1} ${y - 7}`, contrast, 6);
    case "collar":
      return bothSides((side) =>
        filled(`M${x + side * half} ${y - 14} L${x} ${y + 18} L${x + side * (half + 12)} ${y + 34} Z`, 235),
      );
    case "jacket":
      return (
        filled(
          `M${x - half + 1} ${y - 8} L${x} 320 L${x + half - 1} ${y - 8} Q${x} ${y + 26} ${x - half + 1} ${y - 8} Z`,
          240,
        ) + filled(`M${x - 5} ${y + 14} L${x + 5} ${y + 14} L${x + 9} 320 L${x - 9} 320 Z`, contrast)
      );
    case "stripes":
      return [26, 42, 58]
        .map((down) => stroked(`M${edge} ${y + down} Q120 ${y + down - 14} ${240 - edge} ${y + down}`, contrast, 6))
        .join("");
  }
}

function head(f: PortraitFeatures): string {
  const { headX: x, headY: y, headRadiusX: rx, headRadiusY: ry, jaw } = f;
  const skull = `M${x - rx} ${y} C${x - rx} ${y - ry * 1.33} ${x + rx} ${y - ry * 1.33} ${x + rx} ${y}`;
  const face = `${skull} C${x + rx} ${y + ry * 0.5} ${x + jaw} ${y + ry} ${x} ${y + ry} C${x - jaw} ${y + ry} ${x - rx} ${y + ry * 0.5} ${x - rx} ${y} Z`;
  const ears = bothSides((side) => ellipse(x + side * (rx + 1), y + 4, f.earSize * 0.6, f.earSize, f.skinLuma - 22));
  return `${ears}<path d="${face}" fill="url(#skin)" stroke="${grey(f.skinLuma - 70)}" stroke-width="1.5"/>`;
}

function backHair(f: PortraitFeatures): string {
  const { headX: x, headY: y, headRadiusX: rx, headRadiusY: ry, hairLuma: luma } = f;
  switch (f.hair) {
    case "bob":
      return filled(mane(f, 12, y + ry * 0.75), luma);
    case "long":
      return filled(mane(f, 16, 300), luma - 8);
    case "bun":
      return ellipse(x, y - ry - 12, rx * 0.45, 24, luma) + filled(mane(f, 5, y + 10), luma);
    case "curly":
      return [-215, -190, -165, -140, -115, -90, -65, -40, -15, 10, 35]
        .map((degrees) => (degrees * Math.PI) / 180)
        .map((angle) =>
          ellipse(Math.round(x + Math.cos(angle) * rx), Math.round(y - 12 + Math.sin(angle) * ry), 22, 22, luma),
        )
        .join("");
    case "pigtails":
      return (
        filled(mane(f, 5, y + 6), luma) +
        bothSides(
          (side) =>
            ellipse(x + side * (rx + 18), y + 22, 17, 34, luma) + ellipse(x + side * (rx + 5), y - 6, 7, 7, 225),
        )
      );
    case "cropped":
    case "parted":
    case "fringe":
      return filled(mane(f, 5, y + 6), luma);
    case "receding":
      return bothSides((side) => ellipse(x + side * rx, y - 12, 11, 30, luma));
    case "bald":
    case "downy":
      return "";
  }
}

/** The hair behind the head, `marginPx` wider than the head and down to `bottomY`. */
function mane(f: PortraitFeatures, marginPx: number, bottomY: number): string {
  const { headX: x, headY: y, headRadiusY: ry } = f;
  const half = f.headRadiusX + marginPx;
  const top = y - ry * 1.33 - marginPx * 1.4;
  return `M${x - half} ${bottomY} L${x - half} ${y} C${x - half} ${top} ${x + half} ${top} ${x + half} ${y} L${x + half} ${bottomY} Z`;
}

/** The hair over the forehead: the crown above, the hairline below; only the hairline differs by style. */
function frontHair(f: PortraitFeatures): string {
  const { headX: x, headY: y, headRadiusX: rx, headRadiusY: ry, hairline, parting } = f;
  const crown = `M${x - rx - 2} ${y} C${x - rx - 4} ${y - ry * 1.38} ${x + rx + 4} ${y - ry * 1.38} ${x + rx + 2} ${y}`;
  const low = y - ry * 0.62 + hairline;
  const split = x + parting * rx * 0.5;
  switch (f.hair) {
    case "fringe":
    case "bob":
    case "pigtails":
      return filled(`${crown} L${x + rx - 7} ${low} L${x - rx + 7} ${low} Z`, f.hairLuma + 8);
    case "parted":
    case "long":
      return filled(
        `${crown} Q${split + 12} ${low} ${split} ${y - ry * 0.86} Q${split - 12} ${low} ${x - rx - 2} ${y} Z`,
        f.hairLuma + 8,
      );
    case "cropped":
    case "bun":
    case "curly":
      return filled(
        `${crown} C${x + rx * 0.8} ${low - 24} ${x - rx * 0.8} ${low - 24} ${x - rx - 2} ${y} Z`,
        f.hairLuma + 8,
      );
    case "receding":
    case "bald":
      return ellipse(x + parting * 14, y - ry * 0.75, 14, 7, f.skinLuma + 22);
    case "downy":
      return thinCap(f);
  }
}

/** An infant's hair: a thin cap high on the head, and a curl. */
function thinCap(f: PortraitFeatures): string {
  const { headX: x, headY: y, headRadiusX: rx, headRadiusY: ry, hairline, parting } = f;
  const luma = (f.hairLuma + f.skinLuma) / 2;
  const [side, edge, top] = [rx * 0.944, y - ry * 0.36, y - ry * 1.213]; // the middle eight tenths of the skull's curve
  const cap = `M${x - side} ${edge} C${x - rx * 0.656} ${top} ${x + rx * 0.656} ${top} ${x + side} ${edge}`;
  const curl = `M${x} ${y - ry * 0.72} q${parting * 4} -16 ${parting * 15} -10 q${parting * 5} 6 ${parting * -2} 9`;
  return filled(`${cap} Q${x} ${y - ry * 1.05 + hairline} ${x - side} ${edge} Z`, luma) + stroked(curl, f.hairLuma, 3);
}

function eyes(f: PortraitFeatures): string {
  const y = f.headY + f.eyeY;
  return bothSides((side) => {
    const x = f.headX + side * f.eyeSpacing;
    const pupil = Math.min(f.eyeHeight + 1, f.eyeHeight > 9 ? 9 : 7); // eyes as high as that are a child's
    const white = ellipse(x, y, f.eyeWidth, f.eyeHeight, 244);
    const lid = stroked(`M${x - f.eyeWidth} ${y} Q${x} ${y - f.eyeHeight * 2} ${x + f.eyeWidth} ${y}`, 30, 3);
    return white + ellipse(x, y, pupil, pupil, 25) + ellipse(x + 2, y - 2, 1.5, 1.5, 250) + lid;
  });
}

function brows(f: PortraitFeatures): string {
  const y = f.headY + f.eyeY - f.eyeHeight - f.browGap;
  const luma = Math.min(f.hairLuma + 10, f.skinLuma - 50);
  return bothSides((side) => {
    const inner = f.headX + side * (f.eyeSpacing - f.eyeWidth);
    const outer = f.headX + side * (f.eyeSpacing + f.eyeWidth + 2);
    const path = `M${inner} ${y + f.browTilt} Q${(inner + outer) / 2} ${y - 5} ${outer} ${y - f.browTilt}`;
    return stroked(path, luma, f.browThickness);
  });
}

function nose(f: PortraitFeatures): string {
  const x = f.headX;
  const tip = f.headY + f.eyeY + f.noseLength;
  const ridge = stroked(
    `M${x + f.parting * 3} ${tip - f.noseLength + 6} L${x + f.parting * 6} ${tip - 3}`,
    f.skinLuma - 30,
    2,
  );
  return ridge + stroked(`M${x - f.noseWidth} ${tip} Q${x} ${tip + 8} ${x + f.noseWidth} ${tip}`, f.skinLuma - 75, 3);
}

function mouth(f: PortraitFeatures): string {
  const { headX: x, mouthWidth: w } = f;
  const y = f.headY + f.mouthY;
  const curve = `M${x - w} ${y - f.smile / 2} Q${x} ${y + f.smile} ${x + w} ${y - f.smile / 2}`;
  return (
    filled(`${curve} Q${x} ${y + f.smile + f.lipThickness * 3} ${x - w} ${y - f.smile / 2} Z`, f.skinLuma - 80) +
    stroked(curve, 60, 2)
  );
}

function beard(f: PortraitFeatures): string {
  const { headX: x, mouthWidth: w, headRadiusX: rx } = f;
  const y = f.headY + f.mouthY;
  const chin = f.headY + f.headRadiusY;
  const moustache = stroked(`M${x - w} ${y - 6} Q${x} ${y - 16} ${x + w} ${y - 6}`, f.hairLuma + 15, 7);
  if (f.beard === "none") return "";
  if (f.beard === "moustache") return moustache;
  const half = rx * 0.8;
  return (
    filled(
      `M${x - half} ${y - 12} Q${x} ${y + 4} ${x + half} ${y - 12} Q${x + half * 0.7} ${chin + 6} ${x} ${chin + 8} Q${x - half * 0.7} ${chin + 6} ${x - half} ${y - 12} Z`,
      f.hairLuma + 15,
    ) + moustache
  );
}

function wrinkles(f: PortraitFeatures): string {
  const { headX: x, headY: y } = f;
  const side = (index: number, which: number): string => {
    const outer = x + which * (f.eyeSpacing + f.eyeWidth + 4);
    const cheek = x + which * (f.noseWidth + 8);
    if (index === 0)
      return stroked(
        `M${cheek} ${y + 24} Q${cheek + which * 8} ${y + 32} ${cheek + which * 8} ${y + 42}`,
        f.skinLuma - 45,
        2,
      );
    return stroked(`M${outer} ${y + f.eyeY + index * 5 - 4} l${which * 8} ${index * 3 - 3}`, f.skinLuma - 45, 1.5);
  };
  return bothSides((which) => Array.from({ length: f.wrinkles }, (_, index) => side(index, which)).join(""));
}

function glasses(f: PortraitFeatures): string {
  if (f.glasses === "none") return "";
  const y = f.headY + f.eyeY;
  const half = Math.min(f.eyeSpacing - 3, 19);
  const [high, corner] = f.glasses === "round" ? [half, half] : [half * 0.7, 4];
  const pen = `fill="none" stroke="${grey(35)}" stroke-width="3"`;
  const lens = (side: number): string =>
    `<rect x="${f.headX + side * f.eyeSpacing - half}" y="${y - high}" width="${half * 2}" height="${high * 2}" rx="${corner}" ${pen}/>`;
  const arm = (side: number): string =>
    stroked(`M${f.headX + side * (f.eyeSpacing + half)} ${y - 3} L${f.headX + side * f.headRadiusX} ${y - 5}`, 35, 3);
  return (
    bothSides((side) => lens(side) + arm(side)) +
    stroked(`M${f.headX - f.eyeSpacing + half} ${y} Q${f.headX} ${y - 5} ${f.headX + f.eyeSpacing - half} ${y}`, 35, 3)
  );
}
