import type { Command } from "commander";
import { languageOption, place, wholeNumber } from "../edges/options.ts";
import type { FaceCalibrateOptions } from "./face-calibrate-run.ts";
import type { FaceShowOptions } from "./face-show-run.ts";

const EXAMPLES = `
Examples:
  $ madoguchi face show                                           every condition on one sheet
  $ madoguchi face show --condition printed --out printed.png     the chip's photograph and two frames, with the scores
  $ madoguchi face show --persona pensioner --condition turned:yawDegrees=20
  $ madoguchi face calibrate --persons 200 --out faces            error rates, DET curve, JSON

Faces are drawn and the matcher is a simulator's: no figure says anything about a product (docs/face.md).`;

const CALIBRATE_EXAMPLES = `
Examples:
  $ madoguchi face calibrate                                      100 people, about half a minute
  $ madoguchi face calibrate --persons 500 --seed 7 --out faces   more people, other people
  $ madoguchi face calibrate --reader almex --lang ja             at the thresholds of another profile

Written: report.html, calibration.json, det.png, conditions.png. The same seed gives the same JSON, byte for byte.

Exit codes: 0 done, 2 usage, 3 cannot write, 4 our own error, 5 broken off (no report).`;

const SHOW_EXAMPLES = `
Examples:
  $ madoguchi face show                                           every condition on one sheet
  $ madoguchi face show --condition screen                        the chip's photograph and two frames, with the scores
  $ madoguchi face show --condition dim:lightThousandths=60 --persona child --out dim.png

Exit codes: 0 done, 2 usage, 3 cannot write, 4 our own error.`;

/** Adds `madoguchi face`. */
export function addFace(program: Command): void {
  const face = program
    .command("face")
    .description("look at what the camera of a reader sees, and measure the simulated face matcher")
    .addHelpText("after", EXAMPLES);
  face
    .command("show")
    .description("draw what the camera sees of a persona, and say what the face gate makes of it")
    .option("--persona <id>", "whose face; madoguchi catalogue personas lists them", "employee")
    .option("--condition <id[:name=value,…]>", "how the person stands there; without it all conditions on one sheet")
    .option("--seed <number>", "other people", wholeNumber, 1)
    .option("--out <file>", "the picture to write (PNG)", place, "face.png")
    .addOption(languageOption())
    .addHelpText("after", SHOW_EXAMPLES)
    .action(async (options: FaceShowOptions) => {
      const { runFaceShow } = await import("./face-show-run.ts");
      process.exitCode = await runFaceShow(options);
    });
  face
    .command("calibrate")
    .description("measure error rates over drawn people under every condition, and write a report with a DET curve")
    .option("--persons <number>", "how many people, 2 to 2000", wholeNumber, 100)
    .option("--seed <number>", "other people, other captures", wholeNumber, 1)
    .option("--reader <id>", "the reader profile whose thresholds decide", "simulated-face")
    .option("--out <folder>", "where the report goes", place, "madoguchi-faces")
    .addOption(languageOption())
    .addHelpText("after", CALIBRATE_EXAMPLES)
    .action(async (options: FaceCalibrateOptions) => {
      const { runFaceCalibrate } = await import("./face-calibrate-run.ts");
      process.exitCode = await runFaceCalibrate(options);
    });
}
