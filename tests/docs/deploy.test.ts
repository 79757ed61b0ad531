import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const read = (path: string) => readFileSync(join(process.cwd(), path), "utf8");
const compose = parse(read("docs/deploy/compose.yaml"), { merge: true });
const dockerfile = read("docs/deploy/Dockerfile");
const scripts = Object.keys(JSON.parse(read("package.json")).scripts);

type Service = {
  image?: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  environment: Record<string, string>;
  healthcheck: { test: string[] };
};
const services: [string, Service][] = Object.entries(compose.services);

describe("H12 the compose file", () => {
  it("asks each service for its health", () => {
    expect(services.map(([name]) => name)).toEqual(["database", "web", "worker"]);
    for (const [name, { healthcheck }] of services)
      expect([name, healthcheck.test[0]]).toEqual([name, "CMD"]);
  });

  it("asks in words that can be run", () => {
    for (const [, { healthcheck }] of services) {
      const [, program, flag, code = ""] = healthcheck.test;
      if (program === "node" && flag === "-e") expect(() => new Function(code)).not.toThrow();
    }
  });

  it("sets only variables that operators are told of", () => {
    const told = new Set([...read("docs/operator.md").matchAll(/`([A-Z_]{4,})`/g)].map(([, name]) => name));
    for (const [name, { image, environment }] of services) {
      if (image) continue;
      expect([name, Object.keys(environment).filter((each) => !told.has(each))]).toEqual([name, []]);
    }
  });

  it("starts nothing that is not there", () => {
    for (const [, { build, command = [] }] of services) {
      if (build) expect(existsSync(join("docs/deploy", build.context, build.dockerfile))).toBe(true);
      if (command[0] === "npm") expect(scripts).toContain(command.at(-1));
    }
    for (const [, name] of dockerfile.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toContain(name);
    expect(scripts).toContain("start");
  });
});
