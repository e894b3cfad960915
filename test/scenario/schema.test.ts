import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { scenarioSchema } from "../../src/scenario/schema.ts";
import { HEAD } from "./files.ts";

const FOLDER = join(import.meta.dirname, "../../scenarios");
const schema = z.fromJSONSchema(
	scenarioSchema() as Parameters<typeof z.fromJSONSchema>[0],
);
const accepts = (text: string) => schema.safeParse(parse(text)).success;
const withShock = (shock: string) => `${HEAD}shocks:\n  - {${shock}}\n`;

describe("the JSON Schema that editors are given", () => {
	it.each(readdirSync(FOLDER).filter((file) => file.endsWith(".yaml")))(
		"accepts %s",
		(file) => {
			expect(accepts(readFileSync(join(FOLDER, file), "utf8"))).toBe(true);
		},
	);

	it("marks misspelt keys, of the file and of a change to an inherited shock", () => {
		expect(accepts(HEAD)).toBe(true);
		expect(accepts(`${HEAD}horizn: 1\n`)).toBe(false);
		expect(accepts(withShock("id: a, share: 0.5"))).toBe(true);
		expect(accepts(withShock("id: a, shaer: 0.5"))).toBe(false);
	});

	it("lets a child remove a shock", () => {
		expect(accepts(withShock("id: a, remove: true"))).toBe(true);
		expect(accepts(withShock("id: a, remove: false"))).toBe(false);
	});

	it("wants a unit where one is needed, and a share from 0 to 1", () => {
		const outage = (share: string) =>
			accepts(withShock(`id: a, kind: outage, of: mines, share: ${share}`));
		expect(outage("0.5")).toBe(true);
		expect(outage("35")).toBe(false);
		const quota = (value: string) =>
			accepts(
				withShock(
					`id: a, kind: export-restriction, by: China, mode: quota, quota: ${value}`,
				),
			);
		expect(quota("{value: 5, unit: t/y}")).toBe(true);
		expect(quota("5")).toBe(false);
		expect(quota("{value: 5}")).toBe(false);
	});

	it("tells of every field what it is", () => {
		const undescribed: string[] = [];
		const visit = (node: unknown, path: string): void => {
			if (typeof node !== "object" || node === null) return;
			const { properties } = node as {
				properties?: Record<string, { description?: string }>;
			};
			for (const [key, field] of Object.entries(properties ?? {}))
				if (field.description === undefined && !("anyOf" in field))
					undescribed.push(`${path}.${key}`);
			for (const [key, inner] of Object.entries(node))
				if (key !== "definitions") visit(inner, `${path}/${key}`);
		};
		visit(scenarioSchema(), "");
		expect(undescribed).toEqual([]);
	});
});
