import { describe, expect, test } from "vitest";
import { STYLE } from "../../../harness/reports/html/style.ts";

/** Relative luminance and contrast by WCAG 2.2 ("relative luminance", "contrast ratio"). */
function luminance(colour: string): number {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : (colour.slice(1).match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const part = Number.parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "card", "sunk"];
const pairs = [
  ...["ink", "soft", "link"].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...["pass", "fail", "inconc", "error", "none"].flatMap((tone) => [
    [tone, `${tone}-tint`] as const,
    ["ink", `${tone}-tint`] as const,
  ]),
  ...["pass", "none"].map((tone) => [tone, "sunk"] as const),
];

const [light = "", dark = ""] = STYLE.split("@media screen and (prefers-color-scheme: dark)");
const schemes = { light, dark: dark.split("@media")[0] ?? "" };

describe.each(Object.entries(schemes))("colours in the %s scheme", (_, source) => {
  const palette = new Map(
    [...source.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name = "", colour = ""]) => [name, colour]),
  );

  test.each(pairs)("%s on %s meets AA", (text, ground) => {
    expect(contrast(palette.get(text) ?? "#000", palette.get(ground) ?? "#000")).toBeGreaterThanOrEqual(4.5);
  });
});
