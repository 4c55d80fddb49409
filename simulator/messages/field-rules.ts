/** What one text field of a message of ours must look like. */
export interface FieldRule {
  readonly required: boolean;
  readonly pattern: RegExp;
}

/** Rules by field name. */
export type FieldRules = Readonly<Record<string, FieldRule>>;

/** A field with its pattern. */
export const field = (pattern: RegExp, required = true): FieldRule => ({ required, pattern });

/** The name of the first field of a body that is missing or malformed; undefined when all are well. Other fields do not matter. */
export function badFieldBy(rules: FieldRules, body: object): string | undefined {
  const values: Readonly<Record<string, unknown>> = { ...body };
  for (const [name, { required, pattern }] of Object.entries(rules)) {
    const value = values[name];
    if (value === undefined ? required : typeof value !== "string" || !pattern.test(value)) return name;
  }
  return undefined;
}
