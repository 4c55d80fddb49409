import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { ensure } from "../../../simulator/kernel/errors.ts";
import type { SubjectAct, SubjectStep } from "../subject.ts";
import type { ActWords, Feature, Handler } from "./feature.ts";

/** Abilities of the reference receipt system beside reception. One line a feature. */
export const features: readonly Feature[] = [];

const handlers: Readonly<Record<string, Handler>> = Object.assign({}, ...features.map((feature) => feature.handlers));

const words: ActWords = Object.assign({}, ...features.map((feature) => feature.words ?? {}));

/** An act of a feature in a line. */
export function wordsOfAct(act: SubjectAct): Bilingual {
  const say = words[act.act] as ((act: SubjectAct) => Bilingual) | undefined;
  return say?.(act) ?? { ja: act.act, en: act.act };
}

/** Who carries out a step. */
export function handlerOf({ do: kind }: SubjectStep): Handler {
  const found = handlers[kind];
  ensure(found !== undefined, `no feature carries out ${kind}: add its line to harness/subjects/features/index.ts`);
  return found;
}
