import type { ActId } from "./acts.ts";
import type { DrugClass, DrugProduct } from "./products.ts";

/** Classes that are not given together (after what is generally known of the real ones). */
const NOT_TOGETHER: readonly (readonly [DrugClass, DrugClass])[] = [
  ["anticoagulant", "nsaid"],
  ["anticoagulant", "macrolide"],
  ["statin", "macrolide"],
  ["antidepressant", "hypnotic"],
  ["beta-blocker", "dementia"],
  ["hiv", "statin"],
  ["hiv", "macrolide"],
  ["hiv", "acid-blocker"],
];

/** Classes that are not given in pregnancy. */
const NOT_IN_PREGNANCY: ReadonlySet<DrugClass> = new Set([
  "arb",
  "statin",
  "biguanide",
  "dpp4",
  "anticoagulant",
  "nsaid",
  "nsaid-patch",
  "hypnotic",
  "antidepressant",
  "bone",
  "urate",
  "antiviral",
  "acid-blocker",
]);

/** Kidneys that do not work bear less. */
const NOT_ON_DIALYSIS: ReadonlySet<DrugClass> = new Set(["biguanide", "nsaid", "bone", "anticoagulant", "dpp4"]);

/** Circumstances under which some drugs are not given. */
export interface Circumstances {
  readonly pregnant: boolean;
  readonly onDialysis: boolean;
  /** Full years of age. */
  readonly age: number;
}

const CHILD_BELOW = 15;

/** Whether a drug suits a person in circumstances. */
export function suits({ drugClass, age }: DrugProduct, circumstances: Circumstances): boolean {
  if (circumstances.pregnant && NOT_IN_PREGNANCY.has(drugClass)) return false;
  if (circumstances.onDialysis && NOT_ON_DIALYSIS.has(drugClass)) return false;
  return age === undefined || (age === "child") === circumstances.age < CHILD_BELOW;
}

/** Whether an act is done on a person in circumstances: nobody who is pregnant is X-rayed. */
export function isDoneIn(act: ActId, { pregnant }: Circumstances): boolean {
  return act !== "xray" || !pregnant;
}

/** Whether two drugs may be taken at the same time: no two of one class, and none that hurt each other. */
export function goTogether(one: DrugProduct, other: DrugProduct): boolean {
  if (one.drugClass === other.drugClass) return false;
  return !NOT_TOGETHER.some(
    ([a, b]) => (one.drugClass === a && other.drugClass === b) || (one.drugClass === b && other.drugClass === a),
  );
}

/** Of drugs in the order of their weight, those that go with what is taken already and with each other. */
export function takenTogether(
  wanted: readonly DrugProduct[],
  already: readonly DrugProduct[] = [],
): readonly DrugProduct[] {
  const chosen: DrugProduct[] = [];
  for (const product of wanted) {
    if ([...already, ...chosen].every((other) => goTogether(product, other))) chosen.push(product);
  }
  return chosen;
}
