import { expect, it } from "vitest";
import { a } from "@/tests/support/a";
import { lettersTo } from "@/tests/support/letters";
import { requestPasswordReset } from "./operations/request-password-reset";

it("P11 S16 a fourth mail within ten minutes is refused to an address, whether anybody has it or not", async () => {
  a.clock("2026-11-20T08:00:00Z");
  const lab = await a.laboratory();
  const { email } = await lab.member("technician");
  for (const asked of [email, "nobody@nowhere.test"]) {
    const said: unknown[] = [];
    for (let times = 0; times < 4; times += 1) {
      const attempt = lab.anonymous().does(requestPasswordReset, { body: { email: asked } });
      said.push(
        await attempt.then(
          () => 202,
          ({ code }) => code,
        ),
      );
    }
    expect(said, asked).toEqual([202, 202, 202, "rate_limited"]);
  }
  expect(await lettersTo(email)).toHaveLength(3);
});
