import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { scenarioSchema } from "../../../src/scenario/file/schema.ts";
import {
	keysOfKind,
	ruleOfField,
	SHOCK_KINDS,
} from "../../../src/scenario/shocks/shock-fields.ts";
import { HEAD } from "../files.ts";

const FOLDER = join(import.meta.dirname, "../../../scenarios");
const WRITTEN = scenarioSchema();
const { anyOf: WANTED, ...FIELDS } = WRITTEN;
const schema = z.fromJSONSchema(
	FIELDS as Parameters<typeof z.fromJSONSchema>[0],
);
interface Field {
	readonly description?: string;
	readonly allOf?: readonly { readonly $ref: string }[];
}
interface Kind {
	readonly properties: Readonly<Record<string, Field>> & {
		readonly kind: { readonly const: string };
	};
}

/** What editors are told of one field of one kind of shock. */
function fieldOf(kind: string, key: string): Field {
	const { properties } = WRITTEN as unknown as {
		properties: {
			shocks: { items: { anyOf: [{ oneOf: readonly Kind[] }] } };
		};
	};
	const kinds = properties.shocks.items.anyOf[0].oneOf;
	const found = kinds.find((one) => one.properties.kind.const === kind);
	return found?.properties[key] ?? {};
}

/** Characters below which words say nothing that the name of a field does not. */
const LEAST_WORDS = 9;

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

	it("tells of every number its unit and range, in words and in what it accepts", () => {
		let numbers = 0;
		for (const kind of SHOCK_KINDS)
			for (const key of keysOfKind(kind)) {
				const rule = ruleOfField(kind, key);
				if (rule === undefined) continue;
				numbers += 1;
				const { description, allOf } = fieldOf(kind, key);
				const unit = rule.units.own === "1" ? "" : ` ${rule.units.own}`;
				const most = rule.most.toLocaleString("en-US");
				const range = rule.most < 1e9 ? ` to ${most}` : " or more";
				expect(description).toContain(
					`(${rule.least}${range}${unit}; units: ${Object.keys(rule.units.factors).join(", ")})`,
				);
				expect(description?.startsWith(rule.meaning)).toBe(true);
				expect(allOf?.[0]?.$ref).toMatch(
					new RegExp(`-from-${rule.least}-to-${rule.most}$`),
				);
			}
		expect(numbers).toBeGreaterThan(60);
	});

	it("wants money in dollars and flows in tonnes over time", () => {
		const fill = (rest: string) =>
			accepts(
				withShock(
					`id: a, kind: stockpile, agency: US, mode: fill, from: 2027-01-01, ${rest}`,
				),
			);
		expect(fill("budget: {value: 49, unit: million USD/y}")).toBe(true);
		expect(fill("budget: {value: 49, unit: t}")).toBe(false);
		expect(fill("budget: 49")).toBe(false);
		expect(fill("rate: {value: 40, unit: t/month}")).toBe(true);
		expect(fill("rate: {value: 600, unit: t/y}")).toBe(true);
		expect(fill("spot: often")).toBe(false);
	});

	it("wants title and question only of a scenario that extends none", () => {
		expect(accepts("extends: ./as-happened.yaml\n")).toBe(true);
		expect(WRITTEN).not.toHaveProperty("required");
		expect(WANTED).toEqual([
			{ required: ["version", "name", "question"] },
			{ required: ["extends"] },
		]);
	});

	it("tells of every field what it is, in more than a word or two", () => {
		const undescribed: string[] = [];
		const visit = (node: unknown, path: string): void => {
			if (typeof node !== "object" || node === null) return;
			const { properties } = node as {
				properties?: Record<string, { description?: string; $ref?: string }>;
			};
			for (const [key, field] of Object.entries(properties ?? {}))
				if (
					field.$ref === undefined &&
					(field.description ?? "").length < LEAST_WORDS
				)
					undescribed.push(`${path}.${key}`);
			for (const [key, inner] of Object.entries(node))
				visit(inner, `${path}/${key}`);
		};
		visit(scenarioSchema(), "");
		expect(undescribed).toEqual([]);
		for (const name of ["value", "lognormal", "basis", "source"])
			expect(WRITTEN["definitions"]).toHaveProperty([name, "description"]);
	});
});
