import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { ensure, MisuseError } from "../../../simulator/kernel/errors.ts";
import type { Rng } from "../../../simulator/kernel/rng.ts";
import { type CaptureCondition, captureBurst } from "../face-image.ts";
import type { Moments } from "./raster.ts";
import type { FaceSubject } from "./subject.ts";

/** A parameter of a condition: a whole number whose name ends in its unit. */
export interface ConditionParameter {
  readonly title: Bilingual;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

type Parameters = Readonly<Record<string, ConditionParameter>>;
type Values<P extends Parameters> = { readonly [K in keyof P]: number };

/** What is before the camera: a person, nobody, or a picture held up to deceive (an attack, ISO/IEC 30107-1). */
export type Presentation = "person" | "nobody" | "attack";

/** From where to where scores lie, both included. */
export type ScoreRange = readonly [least: number, most: number];

/** A row of the table of conditions. A capture goes through three places: the scene, the camera, what is before its lens. */
interface Declaration<I extends string, P extends Parameters> {
  readonly id: I;
  readonly title: Bilingual;
  /** The situation at a counter it stands for. */
  readonly standsFor: Bilingual;
  readonly presents: Presentation;
  readonly parameters: P;
  /** What stands before the camera; without it the person as on the card. */
  readonly scene?: (subject: FaceSubject, values: Values<P>, rng: Rng) => Promise<Moments>;
  /** How the sensor takes it; without it as on an ordinary day. */
  readonly camera?: CaptureCondition;
  /** What happens to the light between scene and sensor, or to the sensor itself. */
  readonly lens?: (frames: Moments, values: Values<P>, rng: Rng) => Promise<Moments>;
  /** Scores against their own photograph that the drawn persons of the row's test lie between. */
  readonly vector: { readonly match: ScoreRange; readonly live: ScoreRange };
}

/** A condition that a camera may meet, ready to be taken. */
export interface FaceCondition<I extends string = string>
  extends Pick<Declaration<I, Parameters>, "id" | "title" | "standsFor" | "presents" | "parameters" | "vector"> {
  /**
   * Two frames of 480 x 640 a moment apart. The same subject, values and stream of chance give the same bytes. A
   * MisuseError names a parameter that does not exist or is out of range.
   */
  take(subject: FaceSubject, rng: Rng, values?: Readonly<Record<string, number>>): Promise<Moments>;
}

/** Declares a condition; id and the names of its parameters keep their literal types. */
export function condition<const I extends string, const P extends Parameters>(
  declaration: Declaration<I, P>,
): FaceCondition<I> {
  const { id, title, standsFor, presents, parameters, vector, scene, camera = "normal", lens } = declaration;
  return {
    id,
    title,
    standsFor,
    presents,
    parameters,
    vector,
    async take(subject, rng, given = {}) {
      const values = settled(id, parameters, given);
      // What the scene draws by chance must not move what the camera draws: an ordinary frame is the same everywhere.
      const moments = scene === undefined ? subject.moments : await scene(subject, values, rng.fork("scene"));
      const [first, second] = captureBurst(moments, camera, rng);
      ensure(first !== undefined && second !== undefined, "a burst has a frame for each moment");
      return lens === undefined ? [first, second] : lens([first, second], values, rng.fork("lens"));
    },
  };
}

/** The usual values, with those that were given laid over. */
function settled<P extends Parameters>(id: string, parameters: P, given: Readonly<Record<string, number>>): Values<P> {
  for (const [name, value] of Object.entries(given)) {
    const parameter = parameters[name];
    if (parameter === undefined) {
      const names = Object.keys(parameters);
      throw new MisuseError(id, `has no parameter ${name}; it has ${names.join(", ") || "none"}`, names);
    }
    const { least, most } = parameter;
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new MisuseError(`${id}.${name}`, `a whole number from ${least} to ${most}, not ${value}`);
    }
  }
  const usual = Object.entries(parameters).map(([name, parameter]) => [name, given[name] ?? parameter.usual]);
  return Object.fromEntries(usual) as Values<P>;
}
