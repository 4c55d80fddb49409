import { describe, expect, it } from "vitest";
import { lineKinds } from "../../simulator/line/kinds/index.ts";
import { cardDialogueVectors, firstBadField } from "../../simulator/messages/kinds/card-dialogue.ts";

describe("vectors that sit in the rows they prove", () => {
  it.each(
    cardDialogueVectors.map((vector) => [vector.code, JSON.stringify(vector.body).slice(0, 60), vector] as const),
  )("%s %s is accepted, or refused with the name of the field", (_code, _body, { code, body, refused }) => {
    expect(firstBadField(code, body)).toBe(refused);
  });

  it("every kind of line has a vector that is let through, and one that is not where the line is authenticated", () => {
    for (const { vectors, lineAuthentication } of lineKinds) {
      expect(vectors.some(({ accepted }) => accepted)).toBe(true);
      expect(vectors.some(({ accepted }) => !accepted)).toBe(lineAuthentication);
    }
  });
});
